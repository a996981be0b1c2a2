import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { isSender } from "../sms/sender";
import { senderNameSentences } from "./sentences";

/** Names that an account may have, whatever was decided about them. */
export const maxNames = 50;

const { wrongName, noPurpose, noReason, noDecision } = senderNameSentences;

/** What phones show and nobody prints in a list: control characters. */
const printable = /^\P{C}*$/u;

const Name = limitedText(16, { error: wrongName, tooLong: wrongName })
  .trim()
  .refine((text) => isSender(text) && isName(text), worded(wrongName));

/** A name that an account wants to send from, and what for. */
export const SenderNameInput = z.object({
  name: Name,
  purpose: limitedText(300, { error: noPurpose })
    .trim()
    .min(1, worded(noPurpose))
    .regex(printable, worded(noPurpose)),
});

/** One name of an account, however it is written. */
export const SenderNameKey = z.object({ name: Name });

/** What the administrator decides about a name. */
export const SenderNameDecision = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("approve"), name: Name }),
    z.object({
      decision: z.literal("reject"),
      name: Name,
      reason: limitedText(300, { error: noReason })
        .trim()
        .min(1, worded(noReason))
        .regex(printable, worded(noReason)),
    }),
  ],
  worded(noDecision),
);

/** Whether a sender is a name: numbers and short codes have owners of their own and need no approval. */
export function isName(sender: string): boolean {
  return /[A-Za-z]/.test(sender);
}

/** What makes two spellings of a name the same. */
export function keyOfName(name: string): string {
  return name.toLowerCase();
}
