import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import { limitedText } from "../../core/limited-text";
import { plainText } from "../../core/plain-text";
import { isStorableText, storableJson, storableText } from "../../core/storable-text";
import { isStorableTime } from "../../core/storable-time";
import type { Callback, InboundMessage, Receipt, ReceiptStatus, Received } from "../carrier";
import { carrierReference } from "../http/carrier-text";

/** An event counts even if what it says besides its status cannot be read. */
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

/** Its words are the carrier's: they may repeat the text. */
function reasonOf(said: string | null | undefined): Pick<Receipt, "reason" | "unquoted"> {
  return said ? { reason: said, unquoted: null } : { reason: null };
}

/** The documented events: `{"event":"sms.delivered","message_id":…,"delivered_at":…}`. */
const DocumentedEvent = z
  .object({
    event: z.enum(["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"]),
    message_id: carrierReference,
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
      ...reasonOf(event.reason),
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

/** The shape that integrators have seen: `{"type":"NOTIFICATION","message_id":…,"status":…}`. */
const Notification = z
  .object({
    type: z.literal("NOTIFICATION"),
    message_id: carrierReference,
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
      ...reasonOf(notification.reason),
      carrierCode: null,
      operator: notification.operator ?? null,
    }),
  );

/** Numbers and senders are short; the text of ten segments has at most 1530 characters. */
const party = limitedText(64).trim().min(1).refine(isStorableText);
const received = {
  message_id: carrierReference,
  from: party,
  to: party.nullish(),
  body: limitedText(20_000).transform(storableText),
  in_reply_to: carrierReference.nullish().catch(null),
  received_at: time,
  timestamp: time,
};

/** A message from a phone: `{"event":"sms.received",…}` of another installation, or the older `{"type":"MESSAGE",…}`. */
const ReceivedMessage = z
  .union([
    z.object({ event: z.literal("sms.received"), ...received }),
    z.object({ type: z.literal("MESSAGE"), ...received }),
  ])
  .transform(
    (message): Omit<InboundMessage, "raw"> => ({
      ref: message.message_id,
      from: message.from,
      to: message.to ?? null,
      body: message.body,
      ...(message.in_reply_to ? { inReplyTo: message.in_reply_to } : {}),
      at: message.received_at ?? message.timestamp ?? null,
    }),
  );

const Event = z.union([DocumentedEvent, Notification, ReceivedMessage]);
const maxEvents = 500;

/** Reads one event or a list of up to 500, in any known shape. One event of no known shape refuses the list. */
export function receiveEvents({ body }: Pick<Callback, "body">): Received {
  const payload = jsonIn(body);
  if (payload === undefined || payload === null) return { refusal: "invalid_json" };
  const list = Array.isArray(payload) ? payload : [payload];
  if (list.length === 0 || list.length > maxEvents) return { refusal: "unknown_shape" };
  const receipts: Receipt[] = [];
  const inbound: InboundMessage[] = [];
  for (const each of list) {
    const { success, data } = Event.safeParse(each);
    if (!success) return { refusal: "unknown_shape" };
    const raw = storableJson(each);
    if ("body" in data) inbound.push({ ...data, raw });
    else receipts.push({ ...data, raw });
  }
  return { receipts, ...(inbound.length > 0 ? { inbound } : {}) };
}
