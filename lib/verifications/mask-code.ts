import type { messages } from "@/drizzle/schema/messages";
import { maskOf } from "./_code-mask";
import { codeOf } from "./_code-of";

type Coded = Pick<typeof messages.$inferSelect, "accountId" | "test" | "verificationId">;

/** What a carrier said of a message, without the code of its verification, whatever the carrier made of the text. */
export function maskCode(said: string, { accountId, test, verificationId: id }: Coded): string {
  if (id === null) return said;
  // Nobody says here how long the code is. Longer runs of digits are others: IDs and times.
  return said.replace(/(?<!\d)\d{4,10}(?!\d)/g, (digits) => {
    const codeLength = digits.length;
    return digits === codeOf({ accountId, id, test, codeLength }) ? maskOf(codeLength) : digits;
  });
}
