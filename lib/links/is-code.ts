import { codeAlphabet, codeLength } from "./contract";

const pattern = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`);

/** Whether a text may be the code of a link. */
export function isCode(text: string): boolean {
  return pattern.test(text);
}
