import type { messages } from "@/drizzle/schema/messages";
import { fillMasks } from "./_code-mask";
import { codeOf } from "./_code-of";

/** A message, and what its code follows from. */
export type Coded = Pick<
  typeof messages.$inferSelect,
  "accountId" | "body" | "test" | "verificationId"
>;

/** A message as its carrier gets it: with the code of its verification, if it has one. Nothing stores what this returns. */
export function withCode<Message extends Coded>(message: Message): Message {
  const { accountId, test, verificationId: id } = message;
  if (id === null) return message;
  const codeOfLength = (codeLength: number) => codeOf({ accountId, id, test, codeLength });
  return { ...message, body: fillMasks(message.body, codeOfLength) };
}
