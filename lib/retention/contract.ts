import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { wholeNumber } from "../core/whole-number";
import { worded } from "../core/worded";
import { retentionSentences } from "./sentences";

/** What the administrator and each account decide how long to keep. */
export const retentionKinds = ["texts", "events", "attempts"] as const;

export type RetentionKind = (typeof retentionKinds)[number];

/** Ten years. */
const maxDays = 3650;

/** A history is needed until its message has ended, at most 37 days after it was accepted. */
const minDays = { texts: 1, events: 60, attempts: 1 } as const;

/** How long each is kept where nobody has decided. */
export const defaultDays = { texts: 90, events: 400, attempts: 90 } as const satisfies Record<
  RetentionKind,
  number
>;

function daysField(kind: RetentionKind) {
  const limits = { min: minDays[kind], max: maxDays };
  const wrong = retentionSentences.wrongDays(limits);
  return limitedText(16, { error: wrong, tooLong: wrong })
    .default("")
    .transform((typed) => (typed.trim() === "" ? null : (wholeNumber(typed, maxDays) ?? 0)))
    .refine((days) => days === null || days >= limits.min, worded(wrong));
}

/** Days as a form has them; an empty field is for ever, or for an account as long as the installation. */
export const RetentionInput = z.object({
  texts: daysField("texts"),
  events: daysField("events"),
  attempts: daysField("attempts"),
});

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
