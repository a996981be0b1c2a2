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

/** Whether a text has no letter to fold: it is searched for as it is. */
export function isPlain(text: string): boolean {
  return /^[^\p{L}\p{M}]*$/u.test(text);
}

/**
 * What finds a text in one that is all ASCII, in lower case; undefined where only the pattern tells.
 */
export function asciiFolded(text: string): string | undefined {
  const folded = [...text.normalize("NFC")].map((character) => {
    const ascii = lookAlikesOf(character).filter((each) => each < "\u0080");
    const [lower, ...others] = new Set(ascii.map((each) => each.toLowerCase()));
    const isWhole = ascii.length === new Set([lower, lower?.toUpperCase()]).size;
    return others.length === 0 && isWhole ? lower : undefined;
  });
  return folded.includes(undefined) ? undefined : folded.join("");
}

function toPattern(character: string): string {
  return `[${lookAlikesOf(character).map(escaped).join("")}]`;
}

/** The characters that the pattern of a text takes for this one of it, itself among them. */
export function lookAlikesOf(character: string): string[] {
  const base = baseOf(character);
  const group = groups().get(base) ?? [base, base.toUpperCase()];
  // Folding leads one letter to two in some scripts (ŉ): such a one stands for itself.
  return [...new Set([character, ...group])].filter((each) => [...each].length === 1);
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
