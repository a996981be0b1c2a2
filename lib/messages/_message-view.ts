import type { messages } from "@/drizzle/schema/messages";
import { echoedOnWire } from "../core/echoed-contract";
import { publicId } from "../core/ids";
import { operatorOf } from "../numbers/operator-of";
import type { MessageView } from "./contract";

/** A row in the words of the wire. For one that may have webhooks there is viewMessages. */
export function toMessageView(row: typeof messages.$inferSelect): MessageView {
  return {
    message_id: publicId("msg", row.id),
    status: row.status,
    from: row.from,
    to: row.to,
    body: row.bodyStorage === "never" ? "" : row.body,
    segments: row.segments,
    encoding: row.encoding,
    credits: row.credits,
    scheduled_at: row.scheduledAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    sent_at: row.sentAt?.toISOString() ?? null,
    ended_at: row.endedAt?.toISOString() ?? null,
    valid_until: row.validUntil.toISOString(),
    ...echoedOnWire(row),
    idempotency_key: row.idempotencyKey,
    wait_reason: row.waitReason,
    reason: row.reason,
    carrier: row.carrier,
    carrier_code: row.carrierCode,
    ...operatorOf(row),
    source: row.source,
    campaign_id: row.sendId && publicId("cmp", row.sendId),
    verification_id: row.verificationId && publicId("ver", row.verificationId),
    test: row.test,
    webhook_state: "none",
    store_body: row.bodyStorage !== "never",
    body_erased_at: row.bodyErasedAt?.toISOString() ?? null,
  };
}
