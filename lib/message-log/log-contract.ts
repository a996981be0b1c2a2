import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { readMember } from "../core/metadata";
import { CalendarDay, isStorableTime, WallMinute } from "../core/storable-time";
import { isTimeZone } from "../core/time-zone";
import type { MessageDetail, MessageView } from "../messages/contract";
import { type MessageStatus, messageStatuses } from "../messages/status";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { logSentences } from "./sentences";

const tooMany = logSentences.tooManyStatuses({ max: 50 });
const Text = limitedText(255)
  .trim()
  .min(1)
  .refine((text) => !findForbiddenCharacter(text));
const MessageId = limitedText(64).regex(/^(?:msg|inb)_[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const Status = z
  .union([Text, limitedList(Text, { max: 50, error: tooMany, tooMany })])
  .transform((names) => [names].flat().flatMap((name) => name.split(",")))
  .transform((names) => messageStatuses.filter((status) => names.includes(status)))
  .refine((statuses) => statuses.length > 0);
const Moment = z.union([
  CalendarDay,
  WallMinute,
  limitedText(64)
    .pipe(z.iso.datetime({ offset: true }))
    .refine((text) => isStorableTime(new Date(text))),
]);
/**
 * The address of the log: `?status=failed,bounced&since=2026-05-15&…`. A value that makes no sense counts as
 * left out, for people edit addresses by hand. A plain date, or one with
 * hours and minutes, is read on the clocks of `zone`; `until` takes its day or its minute in.
 */
export const LogQuery = z.object({
  /** Messages from phones instead of those to them. */
  direction: z.literal("received").optional().catch(undefined),
  status: Status.optional().catch(undefined),
  test: z.enum(["true", "false"]).optional().catch(undefined),
  since: Moment.optional().catch(undefined),
  until: Moment.optional().catch(undefined),
  zone: limitedText(64).refine(isTimeZone).optional().catch(undefined),
  from: Text.optional().catch(undefined),
  /** The name of the carrier it was offered to. */
  carrier: Text.optional().catch(undefined),
  /** A country code, as in 48. */
  country: limitedText(3)
    .regex(/^[1-9]\d{0,2}$/)
    .optional()
    .catch(undefined),
  /** The mobile network, as the carrier reported it or as the number's range tells. */
  operator: Text.optional().catch(undefined),
  token: Text.regex(/^tok_/).optional().catch(undefined),
  reason: Text.optional().catch(undefined),
  client_ref: Text.optional().catch(undefined),
  /** A key of the metadata and its value, as in `order=1042`. */
  metadata: Text.refine((text) => readMember(text) !== null)
    .optional()
    .catch(undefined),
  /** The campaign it belongs to; some old links name it by the prefix that sends to many had. */
  send: Text.regex(/^(?:cmp|snd)_/)
    .transform((id) => id.replace(/^snd_/, "cmp_"))
    .optional()
    .catch(undefined),
  q: Text.optional().catch(undefined),
  /** Messages older than this one, or newer. */
  before: MessageId.optional().catch(undefined),
  after: MessageId.optional().catch(undefined),
});

export type LogQuery = z.output<typeof LogQuery>;

/** One page of the log, newest first. */
export interface LogPage {
  data: MessageView[];
  has_newer: boolean;
  has_older: boolean;
  /** The message the search came to if it stopped before the end of a long log: older messages than this one are left. */
  searched_to: string | null;
}

/** How many messages match the filters of the log. */
export interface LogCount {
  messages: number;
  /** There are more than `messages`. */
  has_more: boolean;
  /** By status, whatever status is asked for; a status that is left out has none. */
  by_status: Partial<Record<MessageStatus, number>>;
  /** There are more than `by_status` says. */
  has_more_by_status: boolean;
}

/** A message with everything it left behind: who asked for it, what the carrier said, what it cost. */
export interface MessageTrace extends MessageDetail {
  /** What sent it; null in the panel. */
  token: { token_id: string; name: string; masked: string } | null;
  /** The carrier's own id for it. */
  carrier_ref: string | null;
  /** The route that chose the carrier, in words; null where one carrier gets everything, and before one is chosen. */
  route: string | null;
  /** What the carrier said, word for word, oldest first: when it accepted the message, as far as it said anything, and in its reports. */
  receipts: { at: string; is_response: boolean; raw: string; is_cut: boolean }[];
  /** The movements of credits it belongs to, oldest first. */
  movements: LedgerLine[];
}

export interface LedgerLine {
  id: string;
  /** Its place in the account's ledger. */
  number: number;
  kind: "charge" | "refund";
  /** Credits of the whole movement, which messages accepted at the same moment share; negative when spent. */
  amount: number;
  at: string;
}
