import { z } from "zod";
import { storableJson, storableText } from "../../core/storable-text";
import type { Callback, CallbackResponse, InboundMessage, Receipt, Received } from "../carrier";
import { carrierReference, carrierText } from "../http/carrier-text";
import { ownMessageId } from "../http/own-message-id";
import { statusOf } from "./_status-of";

/** An empty TwiML document: no reply to the phone. Of a receipt's response Twilio reads the status alone. */
const response: CallbackResponse = { contentType: "text/xml", body: "<Response></Response>" };

const Report = z.object({
  MessageSid: carrierReference,
  MessageStatus: carrierText,
  SmsStatus: carrierText,
  ErrorCode: carrierText,
  ErrorMessage: carrierText,
  From: z.string().max(64).default(""),
  To: z.string().max(64).default(""),
  Body: z.string().default(""),
});
type Report = z.output<typeof Report>;

/** Says which account of the administrator's it was, and nothing about the message. */
const withheld = ["AccountSid", "MessagingServiceSid"];

/** Reads a status callback of Twilio's, or a message that came to one of its numbers: a form, or a query. */
export function receiveReport({ method, body, query, path }: Callback): Received {
  const fields = Object.fromEntries(new URLSearchParams(method === "POST" ? body : query));
  const report = Report.safeParse(fields).data;
  if (!report) return { refusal: "unknown_shape" };
  const raw = storableJson(
    Object.fromEntries(Object.entries(fields).filter(([name]) => !withheld.includes(name))),
  );
  const word = report.MessageStatus ?? report.SmsStatus ?? "";
  if (word === "receiving" || word === "received") {
    return { receipts: [], inbound: [toInbound(report, raw)], response };
  }
  const stand = statusOf(word, report.ErrorCode);
  if (stand === undefined) return { refusal: "unknown_shape" };
  if (stand === null) return { receipts: [], response };
  const { MessageSid: ref, ErrorCode, ErrorMessage } = report;
  const receipt: Receipt = {
    ...{ ref, status: stand.status, reason: stand.reason ?? ErrorMessage ?? null },
    ...(stand.reason === null && ErrorMessage !== undefined && { unquoted: null }),
    ...ownMessageId(path[0]),
    at: null,
    carrierCode: ErrorCode ?? null,
    operator: null,
    raw,
  };
  return { receipts: [receipt], response };
}

function toInbound({ MessageSid, From, To, Body }: Report, raw: unknown): InboundMessage {
  return {
    ref: MessageSid,
    from: withoutPlus(From),
    to: withoutPlus(To) || null,
    body: storableText(Body),
    at: null,
    raw,
  };
}

function withoutPlus(number: string): string {
  return storableText(number.replace(/^\+(?=\d+$)/, ""));
}
