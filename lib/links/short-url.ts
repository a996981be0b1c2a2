import { codeLength } from "./contract";

/** In the place of a code that is not made yet: as long as one, and never one. */
const sampleCode = "0".repeat(codeLength);

/** A link as it stands in a text: without its scheme where that is https, because each character counts. */
export function shortUrl(origin: string, code = sampleCode): string {
  return `${origin.replace(/^https:\/\//, "")}/l/${code}`;
}
