import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { sendSentences } from "./sentences";

/** What a send to many is called: shown in the log, never sent. */
export const SendName = limitedText(80, {
  error: sendSentences.nameNotText,
  tooLong: sendSentences.longName,
})
  .trim()
  .min(1, worded(sendSentences.noName))
  .refine((name) => !findForbiddenCharacter(name), worded(sendSentences.wrongName));

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
