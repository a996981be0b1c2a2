import { once } from "../core/once";

/** Letters that are written with a stroke or a tail, which Unicode takes for no accent. */
const stroked: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ð: "d",
  ß: "s",
};

/** Where accented Latin, Greek, and Cyrillic letters are. */
const blocks = [
  [0x00c0, 0x024f],
  [0x0370, 0x04ff],
  [0x1e00, 0x1fff],
] as const;

/**
 * A regular expression of PostgreSQL that finds a text, whatever the case of its letters and whichever accents stand on
 * them: "zażółć" finds ZAZOLC and the reverse. Each letter becomes the set of those that look like it.
 */
export function accentFoldingPattern(text: string): string {
  return [...text.normalize("NFC")].map(toPattern).join("");
}

function toPattern(character: string): string {
  const base = baseOf(character);
  const group = groups().get(base) ?? [base, base.toUpperCase()];
  // Folding leads one letter to two in some scripts (ŉ): such a one stands for itself.
  const single = [...new Set([character, ...group])].filter((each) => [...each].length === 1);
  return `[${single.map(escaped).join("")}]`;
}

function baseOf(character: string): string {
  const lower = character.toLowerCase();
  const bare = lower.normalize("NFD").replace(/\p{M}/gu, "");
  return stroked[bare] ?? (bare === "" ? lower : bare);
}

function escaped(character: string): string {
  return /[\p{L}\p{N} ]/u.test(character) ? character : `\\${character}`;
}

/** Letters by what they fold to; made when somebody searches first. */
const groups = once(() => {
  const made = new Map<string, string[]>();
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code);
      if (!/\p{L}/u.test(letter)) continue;
      const base = baseOf(letter);
      const group = made.get(base) ?? [base, base.toUpperCase()];
      group.push(letter);
      made.set(base, group);
    }
  }
  return made;
});
