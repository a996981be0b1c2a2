const maxLength = 60;

/** What a campaign is called until somebody gives it a better name: how its text begins. */
export function nameOfText(body: string): string {
  const [line = ""] = body.trim().split("\n", 1);
  const characters = [...line.replace(/\s+/g, " ").trim()];
  if (characters.length <= maxLength) return characters.join("");
  const start = characters.slice(0, maxLength - 1).join("");
  // At a word, unless that is a long one.
  const words = start.replace(/\s+\S*$/u, "");
  return `${words.length > maxLength / 2 ? words : start}…`;
}
