import { randomInt } from "node:crypto";
import { codeAlphabet, codeLength } from "./contract";

/** A code that nobody can guess, and that in all likelihood no link has. */
export function newCode(): string {
  const letters = Array.from(
    { length: codeLength },
    () => codeAlphabet[randomInt(codeAlphabet.length)],
  );
  return letters.join("");
}
