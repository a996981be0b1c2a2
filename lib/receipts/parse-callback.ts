import { z } from "zod";
import type { Receipt, ReceiptStatus } from "../carriers/carrier";
import { limitedText } from "../core/limited-text";
import { plainText } from "../core/plain-text";
import { isStorableText, storableJson, storableText } from "../core/storable-text";
import { isStorableTime } from "../core/storable-time";

/** What an event says beside its state is worth having, never worth losing the event for. */
const time = z
  .union([limitedText(64), z.number()])
  .transform((value) => new Date(value))
  .refine((at) => isStorableTime(at) && at.getFullYear() > 2000)
  .nullish()
  .catch(null);
const text = z
  .union([z.string(), z.number()])
  .transform((value) => plainText(storableText(String(value).slice(0, 500))) || null)
  .nullish()
  .catch(null);

/** The carrier's own id of a message. One that cannot be kept is none we were ever given. */
const reference = limitedText(200).min(1).refine(isStorableText);

/** The documented events: `{"event":"sms.delivered","message_id":…,"delivered_at":…}`. */
const DocumentedEvent = z
  .object({
    event: z.enum(["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"]),
    message_id: reference,
    delivered_at: time,
    failed_at: time,
    expired_at: time,
    bounced_at: time,
    timestamp: time,
    reason: text,
    carrier_code: text,
    operator: text,
  })
  .transform((event): Omit<Receipt, "raw"> => {
    const at =
      event.delivered_at ??
      event.failed_at ??
      event.expired_at ??
      event.bounced_at ??
      event.timestamp;
    return {
      ref: event.message_id,
      status: event.event.slice("sms.".length) as ReceiptStatus,
      at: at ?? null,
      reason: event.reason ?? null,
      carrierCode: event.carrier_code ?? null,
      operator: event.operator ?? null,
    };
  });

const statusWords = new Map<string, ReceiptStatus>([
  ["sent", "sent"],
  ["accepted", "sent"],
  ["delivered", "delivered"],
  ["failed", "failed"],
  ["rejected", "failed"],
  ["undelivered", "failed"],
  ["expired", "expired"],
  ["bounced", "bounced"],
]);

/** The shape integrators have seen: `{"type":"NOTIFICATION","message_id":…,"status":…}`. */
const Notification = z
  .object({
    type: z.literal("NOTIFICATION"),
    message_id: reference,
    status: limitedText(32)
      .transform((word) => statusWords.get(word.toLowerCase()))
      .refine((status) => status !== undefined),
    timestamp: time,
    reason: text,
    operator: text,
  })
  .transform(
    (notification): Omit<Receipt, "raw"> => ({
      ref: notification.message_id,
      status: notification.status ?? "sent",
      at: notification.timestamp ?? null,
      reason: notification.reason ?? null,
      carrierCode: null,
      operator: notification.operator ?? null,
    }),
  );

const Callback = z.union([DocumentedEvent, Notification]);
const most = 500;

/**
 * Reads a carrier's callback: one event or a list of up to 500, in either known shape (API.md, events
 * in). Undefined when any of it is of no known shape: half a list is never taken.
 */
export function parseCallback(payload: unknown): Receipt[] | undefined {
  const list = Array.isArray(payload) ? payload : [payload];
  if (list.length === 0 || list.length > most) return undefined;
  const receipts: Receipt[] = [];
  for (const raw of list) {
    const parsed = Callback.safeParse(raw);
    if (!parsed.success) return undefined;
    receipts.push({ ...parsed.data, raw: storableJson(raw) });
  }
  return receipts;
}
