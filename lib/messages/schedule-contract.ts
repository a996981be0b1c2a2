import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { isStorableTime } from "../core/storable-time";
import { worded } from "../core/worded";
import { messageSentences } from "./sentences";

const minuteMs = 60_000;
/** How far ahead a message may be scheduled, and how far in the past still means "now". */
export const scheduleWindow = { aheadMs: 35 * 24 * 60 * minuteMs, behindMs: 5 * minuteMs };

const notATime = messageSentences.notATime;
/** A point in time as the wire writes it: ISO 8601 with a zone. */
export const IsoTime = limitedText(64, { error: notATime, tooLong: notATime })
  .transform(completeTime)
  .pipe(z.iso.datetime({ offset: true, ...worded(notATime) }))
  .transform((value) => new Date(value))
  .refine(isStorableTime, worded(notATime));

/** When a message is to be sent. */
export const ScheduledAt = IsoTime.refine(
  (at) => at.getTime() >= Date.now() - scheduleWindow.behindMs,
  worded(messageSentences.pastTime),
)
  .refine(
    (at) => at.getTime() <= Date.now() + scheduleWindow.aheadMs,
    worded(messageSentences.tooFarAhead),
  )
  .meta({
    description:
      "When to send, ISO 8601 with a zone, at most 35 days ahead. The last five minutes mean now.",
    format: "date-time",
  });

/** `PATCH /api/sms/{message_id}`: the new time of a scheduled message. */
export const RescheduleInput = z
  .object({ scheduled_at: ScheduledAt })
  .transform((wire) => ({ scheduledAt: wire.scheduled_at }));

export type RescheduleInput = z.output<typeof RescheduleInput>;

/** ISO 8601 lets seconds and a zone's minutes be left out; zod's check, which knows the calendar, does not. */
function completeTime(value: string): string {
  return value
    .replace(/(T\d{2}:\d{2})(?=Z$|[+-])/, "$1:00")
    .replace(
      /(:\d{2}(?:\.\d+)?[+-]\d{2}):?(\d{2})?$/,
      (_all, start: string, minutes = "00") => `${start}:${minutes}`,
    );
}
