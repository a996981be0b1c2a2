import { z } from "zod";
import { limitedText } from "../core/limited-text";
import type { Sentence } from "../core/sentence";
import { CalendarDay } from "../core/storable-time";
import { isTimeZone } from "../core/time-zone";
import { wholeNumber } from "../core/whole-number";
import { worded } from "../core/worded";
import { creditSentences } from "./sentences";

/**
 * Types of ledger transactions: granted by the administrator, bought, spent on messages, refunded for messages that
 * were never sent, taken back because a payment was refunded.
 */
export const movementKinds = ["grant", "topup", "charge", "refund", "reversal"] as const;

export type MovementKind = (typeof movementKinds)[number];

const Day = CalendarDay.optional().catch(undefined);

/** Filters of the ledger. Invalid values in a URL are ignored. */
export const MovementQuery = z.object({
  kind: z.enum(movementKinds).optional().catch(undefined),
  /** First and last day, in `zone`. */
  since: Day,
  until: Day,
  /** The reader's time zone; UTC if absent. */
  zone: limitedText(64).refine(isTimeZone).optional().catch(undefined),
  /** Transactions before this number. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export type MovementQuery = z.output<typeof MovementQuery>;

/** When to send a low-balance alert; an empty field turns that alert off. */
export const BalanceAlertInput = z.object({
  below_credits: optionalWhole(1_000_000_000, creditSentences.wrongCredits),
  below_days: optionalWhole(365, creditSentences.wrongDays),
});

function optionalWhole(most: number, sentenceOf: (params: { max: number }) => Sentence) {
  const wrong = sentenceOf({ max: most });
  return limitedText(64, { tooLong: wrong })
    .default("")
    .transform((text) => (text.trim() === "" ? null : (wholeNumber(text, most) ?? Number.NaN)))
    .pipe(z.int(worded(wrong)).min(1, worded(wrong)).max(most, worded(wrong)).nullable());
}

/** Days of use below which nothing is said about how long a balance lasts. */
export const minRateDays = 3;
