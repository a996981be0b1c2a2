import { z } from "zod";
import { isoTime } from "../core/iso-time";
import { worded } from "../core/worded";
import { messageSentences } from "./sentences";

const minuteMs = 60_000;
/** How far ahead a message may be scheduled, and how far in the past still means "now". */
export const scheduleWindow = { aheadMs: 35 * 24 * 60 * minuteMs, behindMs: 5 * minuteMs };

/** A point in time as the wire writes it: ISO 8601 with a zone. */
export const IsoTime = isoTime(messageSentences.notATime);

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
