import { z } from "zod";
import { storableJson, storableText } from "../../core/storable-text";
import type { Callback, CallbackResponse, InboundMessage, Receipt, Received } from "../carrier";
import { carrierReference, carrierText } from "../http/carrier-text";
import { ownMessageId } from "../http/own-message-id";
import { callbackFields, type Fields } from "./_callback-fields";

import { statusOf } from "./_status-of";

/** Anything but 200 or 204 makes it repeat the callback for a day, receipts that are kept for later among them. */
const response: CallbackResponse = { contentType: "text/plain", body: "OK" };

/** UTC, as in "2020-01-01 12:00:00" (developer.vonage.com, inbound SMS). One that can't be read is not said. */
const time = z
  .string()
  .regex(/^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/)
  .transform((text) => new Date(`${text.replace(" ", "T")}Z`))
  .refine((at) => !Number.isNaN(at.getTime()))
  .nullable()
  .default(null)
  .catch(null);

const DeliveryReceipt = z.object({
  messageId: carrierReference,
  status: carrierText.transform((word) => word ?? ""),
  "err-code": carrierText,
  "client-ref": z.string().optional(),
  "message-timestamp": time,
});

const count = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(255));

const FromPhone = z.object({
  messageId: carrierReference,
  msisdn: z.string().min(1).max(64),
  to: z.string().max(64).optional(),
  /** Missing where the message is binary. */
  text: z.string().default(""),
  "message-timestamp": time,
});

const LongText = z.object({
  concat: z.literal("true"),
  "concat-ref": z.string().min(1).max(64),
  "concat-total": count,
  "concat-part": count,
});

/** What concerns the administrator's account, and proofs. */
const withheld = ["api-key", "sig", "nonce", "price"];

/** Reads a delivery receipt of Vonage's, or a message that came to one of its numbers. */
export function receiveReport(callback: Callback): Received {
  const fields = callbackFields(callback);
  if (typeof fields === "string") return { refusal: fields };
  const raw = storableJson(
    Object.fromEntries(Object.entries(fields).filter(([name]) => !withheld.includes(name))),
  );
  if (fields["status"] === undefined) {
    const inbound = readInbound(fields, raw);
    return inbound ? { receipts: [], inbound: [inbound], response } : { refusal: "unknown_shape" };
  }
  const receipt = readReceipt(fields, raw, callback.path[0]);
  return receipt ? { receipts: [receipt], response } : { refusal: "unknown_shape" };
}

function readReceipt(fields: Fields, raw: unknown, path?: string): Receipt | undefined {
  const receipt = DeliveryReceipt.safeParse(fields).data;
  const stand = receipt && statusOf(receipt.status, receipt["err-code"]);
  if (!stand) return undefined;
  const code = receipt["err-code"];
  return {
    ...{ ref: receipt.messageId, status: stand.status, reason: stand.reason },
    // The reference is signed with the rest, and the path is not.
    ...ownMessageId(receipt["client-ref"] ?? path),
    at: receipt["message-timestamp"],
    carrierCode: code === undefined || code === "0" ? null : code,
    operator: null,
    raw,
  };
}

function readInbound(fields: Fields, raw: unknown): InboundMessage | undefined {
  const message = FromPhone.safeParse(fields).data;
  if (!message || (fields["text"] ?? fields["type"]) === undefined) return undefined;
  const { messageId: ref, msisdn, to, text, "message-timestamp": at } = message;
  const part = LongText.safeParse(fields).data;
  return {
    ...{ ref, from: withoutPlus(msisdn), to: to ? withoutPlus(to) : null },
    ...{ body: storableText(text), at, raw },
    ...(part && {
      part: {
        // Phones count their long messages in a byte, each by itself.
        group: storableText(`${msisdn}/${to ?? ""}/${part["concat-ref"]}`),
        number: part["concat-part"],
        total: part["concat-total"],
      },
    }),
  };
}

function withoutPlus(number: string): string {
  return storableText(number.replace(/^\+(?=\d+$)/, ""));
}
