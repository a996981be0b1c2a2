import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { CalendarDay } from "../core/storable-time";
import { wholeNumber } from "../core/whole-number";

/** Why credits move: given by the administrator, bought, spent on messages, given back for messages that never left. */
export const movementKinds = ["grant", "topup", "charge", "refund"] as const;

export type MovementKind = (typeof movementKinds)[number];

const Day = CalendarDay.optional().catch(undefined);

/** Which part of the ledger to show. What an address says wrongly counts as not said. */
export const MovementQuery = z.object({
  kind: z.enum(movementKinds).optional().catch(undefined),
  /** First and last day, in UTC. */
  since: Day,
  until: Day,
  /** Movements before this number. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export type MovementQuery = z.output<typeof MovementQuery>;

const wrongCredits = "Give a whole number of credits from 1 to 1000000000, or leave it empty.";
const wrongDays = "Give a whole number of days from 1 to 365, or leave it empty.";

/** When to warn that credits run low; an empty field is a warning switched off. */
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
