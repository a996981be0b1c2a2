import list from "./_common-passwords.json";

const common = new Set(list.passwords.split(" "));
const maxUnitLength = 4;

/**
 * Whether guessers try this password first: it is one of the 3,000 most used that are long enough, whatever
 * its case, spaces and punctuation at the end, or one to four characters over and over.
 */
export function isCommonPassword(password: string): boolean {
  const bare = password.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  return common.has(withoutEnding(bare)) || isRepetition(bare);
}

function withoutEnding(bare: string): string {
  const letters = [...bare];
  const end = letters.findLastIndex((letter) => /[\p{L}\p{N}]/u.test(letter));
  return end < 0 ? bare : letters.slice(0, end + 1).join("");
}

function isRepetition(bare: string): boolean {
  for (let length = 1; length <= maxUnitLength; length += 1) {
    if (bare.slice(0, length).repeat(bare.length).startsWith(bare)) return true;
  }
  return false;
}
