import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { wholeNumber } from "../core/whole-number";
import { worded } from "../core/worded";
import { retentionSentences } from "./sentences";

/** What the administrator and each account decide how long to keep. */
export const retentionKinds = ["texts", "attempts"] as const;

export type RetentionKind = (typeof retentionKinds)[number];

/** Ten years. */
export const maxDays = 3650;

/** How long each is kept where nobody has decided. */
export const usualDays = { texts: 90, attempts: 90 } as const satisfies Record<
  RetentionKind,
  number
>;

const Days = limitedText(16, { tooLong: retentionSentences.wrongDays({ max: maxDays }) })
  .default("")
  .transform((typed) => (typed.trim() === "" ? null : wholeNumber(typed, maxDays) ?? 0))
  .refine((days) => days !== 0, worded(retentionSentences.wrongDays({ max: maxDays })));

/** Days as a form has them; an empty field is for ever, or for an account as long as the installation. */
export const RetentionInput = z.object({ texts: Days, attempts: Days });

/** Days by what they are of; null for ever, or where an account did not choose. */
export type RetentionDays = Record<RetentionKind, number | null>;

/** How long things are kept for an account. */
export interface Retention {
  /** By the administrator. */
  limits: RetentionDays;
  /** As the account chose. */
  chosen: RetentionDays;
  /** What holds: the shorter of both. */
  days: RetentionDays;
}
