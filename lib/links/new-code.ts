import { randomInt } from "node:crypto";
import { codeAlphabet, codeLength } from "./contract";

/**
 * A code that nobody knows, of more than 10^12, and that in all likelihood no link has. Among millions of links, one of very
 * many tries finds somebody's, so a network has few.
 */
export function newCode(): string {
  const letters = Array.from(
    { length: codeLength },
    () => codeAlphabet[randomInt(codeAlphabet.length)],
  );
  return letters.join("");
}
