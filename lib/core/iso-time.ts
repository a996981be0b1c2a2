import { z } from "zod";
import { limitedText } from "./limited-text";
import type { Sentence } from "./sentence";
import { isStorableTime } from "./storable-time";
import { worded } from "./worded";

/** A point in time as the wire writes it: ISO 8601 with a zone. `wrong` is said of everything else. */
export function isoTime(wrong: Sentence) {
  return limitedText(64, { error: wrong, tooLong: wrong })
    .transform(completeTime)
    .pipe(z.iso.datetime({ offset: true, ...worded(wrong) }))
    .transform((value) => new Date(value))
    .refine(isStorableTime, worded(wrong));
}

interface Period {
  wrong: Sentence;
  /** What happened then, as the documentation calls it. */
  what?: string;
}

/** From when to when, in the query of a list of the API: `since` and `until`. */
export function periodFields({ wrong, what = "" }: Period) {
  const words = (text: string) => `${what} ${text}`.trim().replace(/^./, (c) => c.toUpperCase());
  // In a query a plus that was not encoded arrives as a space.
  const time = z
    .preprocess(
      (value) => (typeof value === "string" ? value.replace(/ (?=\d{2}:?\d{2}$)/, "+") : value),
      isoTime(wrong),
    )
    .optional();
  return {
    since: time.meta({
      description: words("at this time or later, ISO 8601 with a zone."),
      format: "date-time",
      examples: ["2026-05-15T00:00:00Z"],
    }),
    until: time.meta({
      description: words("before this time, ISO 8601 with a zone."),
      format: "date-time",
      examples: ["2026-05-16T00:00:00Z"],
    }),
  };
}

/** ISO 8601 lets seconds and a zone's minutes be left out; zod's check, which knows the calendar, does not. */
function completeTime(value: string): string {
  return value
    .replace(/(T\d{2}:\d{2})(?=Z$|[+-])/, "$1:00")
    .replace(
      /(:\d{2}(?:\.\d+)?[+-]\d{2}):?(\d{2})?$/,
      (_all, start: string, minutes = "00") => `${start}:${minutes}`,
    );
}
