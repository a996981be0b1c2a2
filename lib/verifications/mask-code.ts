import { maskOf } from "./_code-mask";
import { type Coded, withCode } from "./with-code";

/** What a carrier said of a message, without the code of its verification, whatever the carrier made of the text. */
export function maskCode(said: string, message: Coded): string {
  if (message.verificationId === null) return said;
  // Nobody says here how long the code is. Longer runs of digits are others: IDs and times.
  return said.replace(/(?<!\d)\d{4,10}(?!\d)/g, (digits) => {
    const mask = maskOf(digits.length);
    return withCode({ ...message, body: mask }).body === digits ? mask : digits;
  });
}
