import { type Echoed, echoedOnWire } from "../core/echoed-contract";
import { madeAtMs, publicId } from "../core/ids";
import { operatorOf } from "../numbers/operator-of";

/** The facts an event tells. All of them are final once the event is stored. */
export interface EventFacts extends Echoed {
  eventId: string;
  type: string;
  /** When it happened, by the clock of whoever reported it. */
  at: Date;
  messageId: string;
  to: string;
  from: string;
  /** As the carrier named it. */
  operator: string | null;
  segments: number;
  reason: string | null;
  idempotencyKey: string | null;
  test: boolean;
}

/** The body of an event as it is signed and posted: the documented members first, in their order, then ours. */
export function eventBody(facts: EventFacts): string {
  const status = facts.type.replace("sms.", "");
  const { operator, operator_source } = operatorOf(facts);
  return JSON.stringify({
    event: facts.type,
    message_id: publicId("msg", facts.messageId),
    to: facts.to,
    [`${status}_at`]: facts.at.toISOString(),
    operator,
    segments: facts.segments,
    id: publicId("evt", facts.eventId),
    timestamp: recordedAt(facts.eventId).toISOString(),
    from: facts.from,
    status,
    reason: status === "delivered" ? null : facts.reason,
    ...echoedOnWire(facts),
    idempotency_key: facts.idempotencyKey,
    test: facts.test,
    operator_source,
  });
}

/** An event's id begins with the millisecond it was stored at. */
export function recordedAt(eventId: string): Date {
  return new Date(madeAtMs(eventId));
}
