import { z } from "zod";
import { limitedText } from "../core/limited-text";

/** What costs are told apart by. */
export const costGroupings = ["month", "sender", "token", "campaign", "country"] as const;

export type CostGrouping = (typeof costGroupings)[number];

/** As many months as one report has at most. */
export const maxCostMonths = 24;

/** So many groups are told apart in time. */
export const maxTimedGroups = 5;

const Month = limitedText(7)
  .regex(/^(19[7-9]\d|[2-8]\d{3})-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);

/** A report in the address of its page. Invalid values are ignored. */
export const CostQuery = z.object({
  by: z.enum(costGroupings).catch("sender"),
  /** First and last calendar month in UTC, such as "2026-05", both taken in. */
  from: Month,
  to: Month,
});

export type CostQuery = z.output<typeof CostQuery>;
