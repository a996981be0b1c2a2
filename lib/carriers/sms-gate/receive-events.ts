import { createHash } from "node:crypto";
import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import { limitedText } from "../../core/limited-text";
import { isStorableText, storableJson, storableText } from "../../core/storable-text";
import { isStorableTime } from "../../core/storable-time";
import type { Callback, InboundMessage, Receipt, Received } from "../carrier";
import { type Failure, failureOf } from "./_failure-of";

/** An event counts even if what it says besides its message cannot be read. */
const time = limitedText(64)
  .transform((value) => new Date(value))
  .refine((at) => isStorableTime(at) && at.getFullYear() > 2000)
  .nullish()
  .catch(null);
const number = limitedText(40).min(1).nullish().catch(null);
const reference = limitedText(100).min(1).refine(isStorableText);
const maxParts = 255;

const payloadOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ id: reference, payload: z.object({ messageId: reference, ...shape }) });

/** What the phone reports of a message that it sends, as docs.sms-gate.app, Webhooks, describes it. */
const receipts = {
  "sms:sent": payloadOf({
    sentAt: time,
    partsCount: z.number().int().min(1).max(maxParts).nullish().catch(null),
  }).transform(({ payload }) => ({
    ...receiptOf(payload.messageId, "sent", payload.sentAt),
    ...(payload.partsCount ? { parts: payload.partsCount } : {}),
  })),
  // Once for each part, and nothing but the event's own ID tells them apart.
  "sms:delivered": payloadOf({ deliveredAt: time }).transform(({ id, payload }) => ({
    ...receiptOf(payload.messageId, "delivered", payload.deliveredAt),
    part: id,
  })),
  "sms:failed": payloadOf({ failedAt: time, reason: z.string().nullish().catch(null) }).transform(
    ({ payload }) => {
      const { status, ...facts } = failureOf(payload.reason ?? "");
      return { ...receiptOf(payload.messageId, status, payload.failedAt), ...facts };
    },
  ),
  "sms:cancelled": payloadOf({ cancelledAt: time }).transform(({ payload }) => ({
    ...receiptOf(payload.messageId, "failed", payload.cancelledAt),
    reason: "The message was cancelled on the phone.",
  })),
};

type ReceiptEvent = keyof typeof receipts;

/** `sender` was called `phoneNumber` before. */
const ReceivedEvent = payloadOf({
  message: limitedText(20_000),
  sender: number,
  phoneNumber: number,
  recipient: number,
  receivedAt: limitedText(64).nullish().catch(null),
  simNumber: z.number().int().nullish().catch(null),
}).refine(({ payload }) => payload.sender ?? payload.phoneNumber);

/** The events that the phone is asked to report. */
export const phoneEvents = [...(Object.keys(receipts) as ReceiptEvent[]), "sms:received"] as const;

const Event = z.object({ event: limitedText(60).regex(/^[a-z]+:[a-z-]+$/) });

/** The phone repeats what does not get 2xx for two days, also what other programs send through it. */
const response = { contentType: "application/json", body: '{"received":true}' };

/**
 * Reads one event of the phone. Kinds of events that nobody here asked for report nothing, nor does what another SIM than
 * `sim` received: a phone with two of them is two carriers, and posts each message to both.
 */
export function receiveEvents({ body }: Pick<Callback, "body">, sim?: number): Received {
  const json = jsonIn(body);
  if (json === undefined || json === null) return { refusal: "invalid_json" };
  const event = Event.safeParse(json).data?.event;
  if (event === undefined) return { refusal: "unknown_shape" };
  const raw = storableJson(json);
  if (event === "sms:received") {
    const message = ReceivedEvent.safeParse(json);
    if (!message.success) return { refusal: "unknown_shape" };
    const { payload } = message.data;
    const isOfOther = sim !== undefined && payload.simNumber && payload.simNumber !== sim;
    return { receipts: [], inbound: isOfOther ? [] : [inboundOf(payload, raw)], response };
  }
  if (!isReceiptEvent(event)) return { receipts: [], response };
  const receipt = receipts[event].safeParse(json);
  if (!receipt.success) return { refusal: "unknown_shape" };
  return { receipts: [{ ...receipt.data, raw }], response };
}

function isReceiptEvent(event: string): event is ReceiptEvent {
  return Object.hasOwn(receipts, event);
}

function receiptOf(
  ref: string,
  status: Failure["status"] | "sent" | "delivered",
  at?: Date | null,
) {
  const facts = { reason: null, carrierCode: null, operator: null } as const;
  const receipt: Omit<Receipt, "raw"> = { ref, status, at: at ?? null, ...facts };
  return receipt;
}

function inboundOf(
  payload: z.output<typeof ReceivedEvent>["payload"],
  raw: unknown,
): InboundMessage {
  const { messageId, message, sender, phoneNumber, recipient, receivedAt } = payload;
  const from = sender ?? phoneNumber ?? "";
  return {
    // Theirs is a hash of 32 bits, which is "not guaranteed to be unique".
    ref: digest([messageId, from, receivedAt ?? "", message]),
    from: numberIn(from),
    to: recipient ? numberIn(recipient) : null,
    body: storableText(message),
    at: time.parse(receivedAt) ?? null,
    raw,
  };
}

/** Digits alone for a number, and a name as it is. */
function numberIn(address: string): string {
  const digits = address.replaceAll(/[\s()-]/g, "").replace(/^(\+|00)/, "");
  return /^\d{3,20}$/.test(digits) ? digits : storableText(address);
}

function digest(facts: string[]): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 40);
}
