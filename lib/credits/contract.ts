import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { CalendarDay } from "../core/storable-time";
import { isTimeZone } from "../core/time-zone";
import { wholeNumber } from "../core/whole-number";

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

const wrongCredits =
  "Enter a whole number of credits from 1 to 1000000000, or leave the field empty.";
const wrongDays = "Enter a whole number of days from 1 to 365, or leave the field empty.";

/** When to send a low-balance alert; an empty field turns that alert off. */
export const BalanceAlertInput = z.object({
  below_credits: optionalWhole(1_000_000_000, wrongCredits),
  below_days: optionalWhole(365, wrongDays),
});

function optionalWhole(most: number, wrong: string) {
  return limitedText(64, { tooLong: wrong })
    .default("")
    .transform((text) => (text.trim() === "" ? null : (wholeNumber(text, most) ?? Number.NaN)))
    .pipe(z.int(wrong).min(1, wrong).max(most, wrong).nullable());
}

/** Days of use below which nothing is said about how long a balance lasts. */
export const minRateDays = 3;
