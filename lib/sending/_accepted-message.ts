import { echoedOnWire } from "../core/echoed-contract";
import { publicId } from "../core/ids";
import type { AcceptedMessage } from "../messages/contract";
import type { Admission, AdmittedMessage } from "./_admission";

/** The first answer to a send, again and again: also when the message has since moved on or been moved. */
export function toAccepted(message: AdmittedMessage): AcceptedMessage {
  const scheduledAt = message.firstScheduledAt ?? message.scheduledAt;
  return {
    message_id: publicId("msg", message.id),
    status: scheduledAt ? "scheduled" : "queued",
    from: message.from,
    to: message.to,
    segments: message.segments,
    encoding: message.encoding,
    credits: message.credits,
    scheduled_at: scheduledAt?.toISOString() ?? null,
    created_at: message.createdAt.toISOString(),
    ...echoedOnWire(message),
    test: message.test,
    store_body: message.bodyStorage !== "never",
  };
}

/** What a send would have been answered, had it been meant. */
export function toDryRun({
  actor,
  input,
  encoding,
  segments,
  credits,
}: Admission): AcceptedMessage {
  return {
    message_id: null,
    status: "dry_run",
    from: input.from,
    to: input.to,
    segments,
    encoding,
    credits,
    scheduled_at: input.scheduledAt?.toISOString() ?? null,
    created_at: new Date().toISOString(),
    ...echoedOnWire(input),
    test: actor.mode === "test",
    store_body: input.bodyStorage !== "never",
  };
}
