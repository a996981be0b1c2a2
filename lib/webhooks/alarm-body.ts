import { publicId } from "../core/ids";
import { recordedAt } from "./event-body";
import { alarmEvent } from "./event-contract";

/** What is wrong with a carrier, with the routes, or with the installation, or is no longer. */
export interface AlarmFacts {
  /** Null where it concerns no single carrier. */
  carrier: string | null;
  /** The reason that waiting messages have, or the kind of the trouble. */
  alarm: string;
  status: "open" | "resolved";
  since: Date;
  /** The same in a sentence for people. */
  summary: string;
}

/** The body of `carrier.alarm` as it is signed and posted: no secret, and nothing of a message. */
export function alarmBody(
  eventId: string,
  { carrier, alarm, status, since, summary }: AlarmFacts,
): string {
  return JSON.stringify({
    event: alarmEvent,
    carrier,
    alarm,
    since: since.toISOString(),
    id: publicId("evt", eventId),
    timestamp: recordedAt(eventId).toISOString(),
    status,
    summary,
  });
}
