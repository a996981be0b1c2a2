import { checkRecipient } from "../numbers/check-recipient";
import { findWrongRecipient } from "./contract";

/** Whether each of these numbers can get a message: null, or a sentence that says why not. */
export function checkNumbers(numbers: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(numbers.map((number) => [number, whyNot(number)]));
}

function whyNot(number: string): string | null {
  return findWrongRecipient(number) ?? checkRecipient(number) ?? null;
}
