/** What a reply asks for by a word of its own: no more messages, messages again, or help. */
export type Keyword = "opt_out" | "opt_in" | "help";

/** A text that is longer is no keyword, with whatever is around it. */
const maxLength = 60;

const words: Record<Keyword, readonly string[]> = {
  opt_out: [
    ...["STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE"],
    ...["OPTOUT", "OPT OUT", "KONIEC", "REZYGNUJE", "REZYGNACJA", "WYPISZ", "WYPISZ MNIE"],
  ],
  opt_in: ["START", "UNSTOP", "WZNOW"],
  help: ["HELP", "POMOC"],
};

const keywords = new Map<string, Keyword>(
  Object.entries(words).flatMap(([keyword, list]) =>
    list.map((word): [string, Keyword] => [word, keyword as Keyword]),
  ),
);

/**
 * The keyword that a text is as a whole; null for any other text. Case, accents, and punctuation don't count: `stop!` is
 * STOP, but `please stop` is a message to be read by somebody.
 */
export function readKeyword(text: string): Keyword | null {
  if (text.length > maxLength) return null;
  const folded = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replaceAll("Ł", "L")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return keywords.get(folded) ?? null;
}
