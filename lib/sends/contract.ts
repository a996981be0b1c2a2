import { limitedText } from "../core/limited-text";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";

/** What a send to many is called: shown in the log, never sent. */
export const SendName = limitedText(80, {
  error: "The name must be text.",
  tooLong: "The name may have at most 80 characters.",
})
  .trim()
  .min(1, { error: "Enter a name." })
  .refine((name) => !findForbiddenCharacter(name), {
    error: "The name has a character that cannot be stored.",
  });

/** One text to many numbers, and what became of it so far. */
export interface SendView {
  send_id: string;
  name: string;
  created_at: string;
  /** Messages that were accepted. */
  messages: number;
  credits: number;
  /** How many of the messages have each status. */
  statuses: Record<string, number>;
}
