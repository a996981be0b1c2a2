import { splitLinks } from "../links/split-links";

const maxLength = 60;

/** What a campaign is called until somebody gives it a better name: how its text begins, without its links. */
export function nameOfText(body: string): string {
  const words = splitLinks(body).filter((part) => typeof part === "string");
  const said = words.join("").trim() || body.trim();
  const [line = ""] = said.split("\n", 1);
  const characters = [...line.replace(/\s+/g, " ").trim()];
  if (characters.length <= maxLength) return characters.join("");
  const start = characters.slice(0, maxLength - 1).join("");
  // At a word, unless that is a long one.
  const whole = start.replace(/\s+\S*$/u, "");
  return `${whole.length > maxLength / 2 ? whole : start}…`;
}
