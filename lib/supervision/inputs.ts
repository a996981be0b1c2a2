import { z } from "zod";
import { parsePublicId } from "../core/ids";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { supervisionSentences } from "./sentences";

/** Accounts of one page of the list. */
export const maxAccounts = 25;
/** Longer than any email address. */
const maxSearch = 260;
const maxReason = 500;
const maxAdjusted = 1_000_000_000;
const maxLimit = 10_000_000;

const { noReason, noNote, wrongCredits, wrongLimit, wrongForm } = supervisionSentences;

/** What a person reads as one paragraph: no control characters. */
const printable = /^\P{C}*$/u;

/** An account by the ID that people see. */
const AccountId = limitedText(40)
  .transform((text) => parsePublicId("acc", text.trim()) ?? "")
  .pipe(z.guid());

/** `status`: those alone that are not active in this way, when nothing is searched for. */
export const AccountQuery = z.object({
  q: limitedText(maxSearch).trim().default("").catch(""),
  status: z.enum(["suspended", "closing"]).optional().catch(undefined),
  before: AccountId.optional().catch(undefined),
});

export type AccountQuery = z.output<typeof AccountQuery>;

const Reason = limitedText(maxReason, { error: noReason })
  .trim()
  .min(1, worded(noReason))
  .regex(printable, worded(noReason));

export const SuspendInput = z.object({ account_id: AccountId, reason: Reason });

export const AccountInput = z.object({ account_id: AccountId });

/** `adjustment_id` comes with the form, so that one form adjusts once. */
export const AdjustInput = z.object({
  account_id: AccountId,
  adjustment_id: limitedText(40, { error: wrongForm }).pipe(z.guid(worded(wrongForm))),
  credits: limitedText(20, { error: wrongCredits({ max: maxAdjusted }) })
    .transform((text) => Number(text.trim().replace(/^[−–]/, "-").replace(/\s/g, "") || Number.NaN))
    .refine(
      (count) => Number.isInteger(count) && count !== 0 && Math.abs(count) <= maxAdjusted,
      worded(wrongCredits({ max: maxAdjusted })),
    ),
  note: limitedText(200, { error: noNote })
    .trim()
    .min(1, worded(noNote))
    .regex(printable, worded(noNote)),
});

const Limit = limitedText(20, { error: wrongLimit({ max: maxLimit }) })
  .transform((text) => text.trim().replace(/\s/g, ""))
  .refine(
    (text) => text === "" || (/^\d{1,8}$/.test(text) && Number(text) <= maxLimit),
    worded(wrongLimit({ max: maxLimit })),
  )
  .transform((text) => (text === "" ? null : Number(text)));

/** A field that is left empty goes by the settings of the installation; 0 is no limit. */
export const LimitsInput = z
  .object({
    account_id: AccountId,
    requests_per_second: Limit,
    requests_per_minute: Limit,
    messages_per_minute: Limit,
    test_messages_per_minute: Limit,
  })
  .transform((wire) => ({
    accountId: wire.account_id,
    limits: {
      requestsPerSecond: wire.requests_per_second,
      requestsPerMinute: wire.requests_per_minute,
      messagesPerMinute: wire.messages_per_minute,
      testMessagesPerMinute: wire.test_messages_per_minute,
    },
  }));
