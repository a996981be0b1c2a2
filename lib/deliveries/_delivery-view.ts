import type {
  webhookAttempts,
  webhookDeliveries,
  webhookEndpoints,
} from "@/drizzle/schema/webhooks";
import { publicId } from "../core/ids";
import { isAboutNoMessage, receivedEvent, type WebhookEvent } from "../webhooks/event-contract";
import type { AttemptView, DeliveryView } from "./contract";

/** A row in the words of the wire, with what its endpoint has to do with it. */
export function toDeliveryView(
  row: typeof webhookDeliveries.$inferSelect,
  endpoint: Pick<typeof webhookEndpoints.$inferSelect, "failingSince" | "enabled">,
): DeliveryView {
  const isHeld = isHeldBack(row, endpoint);
  return {
    event_id: publicId("evt", row.eventId),
    endpoint_id: publicId("whk", row.endpointId),
    message_id: publicMessageId(row),
    event: row.type as WebhookEvent,
    status: row.status,
    reason: row.reason,
    attempts: row.attempts,
    last_status: row.lastStatus,
    last_error: row.lastError,
    next_attempt_at: row.status === "pending" && !isHeld ? row.dueAt.toISOString() : null,
    wait_reason: isHeld ? "endpoint_failing" : null,
    created_at: row.createdAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
  };
}

/** `msg_…`, or `inb_…` for an event about a message from a phone; null for one about no message. */
export function publicMessageId({
  type,
  messageId,
}: Pick<typeof webhookDeliveries.$inferSelect, "type" | "messageId">): string | null {
  if (isAboutNoMessage(type)) return null;
  return publicId(type === receivedEvent ? "inb" : "msg", messageId);
}

/** Due, and not taken up: a claim would have moved its time. */
function isHeldBack(
  { status, dueAt }: Pick<typeof webhookDeliveries.$inferSelect, "status" | "dueAt">,
  endpoint: Pick<typeof webhookEndpoints.$inferSelect, "failingSince" | "enabled">,
): boolean {
  const isFailing = endpoint.enabled && endpoint.failingSince !== null;
  return status === "pending" && isFailing && dueAt.getTime() < Date.now();
}

/** A try in the words of the wire. */
export function toAttemptView(row: typeof webhookAttempts.$inferSelect): AttemptView {
  return {
    at: row.at.toISOString(),
    duration_ms: row.durationMs,
    url: row.url,
    request_headers: row.requestHeaders as Record<string, string>,
    status: row.status,
    error: row.error,
    answer: row.answer,
    next_attempt_at: row.nextAt?.toISOString() ?? null,
  };
}
