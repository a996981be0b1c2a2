import { createHash } from "node:crypto";
import { isStorableText, storableText } from "../../core/storable-text";
import { isStorableTime } from "../../core/storable-time";
import type { Callback, InboundMessage, Receipt, ReceiptStatus, Received } from "../carrier";

/** Statuses by number (smsapi.pl/docs, Lista statusów doręczenia); null says nothing of a message. */
const statuses: Record<string, { status: ReceiptStatus; reason: string | null } | null> = {
  "401": null,
  "402": { status: "expired", reason: "not_delivered_in_time" },
  "403": { status: "sent", reason: null },
  "404": { status: "delivered", reason: null },
  // A wrong number, and a phone that is roaming, too: no reason to call the number dead.
  "405": { status: "failed", reason: "The mobile network could not deliver it." },
  "406": { status: "failed", reason: "carrier_rejected" },
  "407": { status: "failed", reason: "carrier_rejected" },
  "408": { status: "sent", reason: null },
  "409": null,
  "410": { status: "sent", reason: null },
  "411": { status: "sent", reason: null },
  "412": { status: "failed", reason: "The message was stopped at SMSAPI." },
};

/** What a status of later years says until it is known: that there was one. */
const unknownStatus = { status: "sent", reason: null } as const;

const maxReports = 500;
const maxRefLength = 255;
const maxBodyLength = 20_000;
const maxShownLength = 200;

/** Anything else is repeated until it is taken. */
const response = { contentType: "text/plain; charset=utf-8", body: "OK" };

/**
 * Reads a call of SMSAPI, by GET or by POST: reports of which several come packed as lists with commas, or a message from a
 * phone. The message is named by `idx`, our own ID, and by the path of the address that we gave out for it.
 */
export function receiveReports({ method, query, body, path }: Callback): Received {
  const fields = new URLSearchParams(method === "POST" && body !== "" ? body : query);
  if (fields.has("sms_text") && fields.has("sms_from")) {
    const message = inboundOf(fields);
    return message ? { receipts: [], inbound: [message], response } : { refusal: "unknown_shape" };
  }
  const receipts = receiptsOf(fields, path[0]);
  return receipts ? { receipts, response } : { refusal: "unknown_shape" };
}

/** Undefined unless each of them can be read. */
function receiptsOf(fields: URLSearchParams, inPath: string | undefined): Receipt[] | undefined {
  const [reported, idx, ids, done, sent] = ["status", "idx", "MsgId", "donedate", "sent_at"].map(
    (name) => listOf(fields, name),
  ) as [string[], string[], string[], string[], string[]];
  if (reported.length === 0 || reported.length > maxReports) return undefined;
  const raw = rawOf(fields);
  const receipts: Receipt[] = [];
  for (const [place, code] of reported.entries()) {
    // A list that is shorter says the same of all.
    const inList = (list: string[]) => list[place] ?? list[0];
    const ref = inList(idx) ?? inPath ?? inList(ids);
    if (!(isStatus(code) && isReference(ref))) return undefined;
    const known = Object.hasOwn(statuses, code) ? statuses[code] : unknownStatus;
    if (!known) continue;
    const at = timeOf(inList(done)) ?? timeOf(inList(sent));
    receipts.push({ ref, ...known, at, carrierCode: code, operator: null, raw });
  }
  return receipts;
}

function listOf(fields: URLSearchParams, name: string): string[] {
  const text = fields.get(name) ?? "";
  return text === "" ? [] : text.split(",", maxReports + 1).map((each) => each.trim());
}

function isStatus(code: string): boolean {
  return /^\d{3}$/.test(code);
}

function isReference(ref: string | undefined): ref is string {
  return ref !== undefined && ref !== "" && ref.length <= maxRefLength && isStorableText(ref);
}

/** Seconds since 1970. */
function timeOf(text: string | undefined): Date | null {
  if (!/^\d{9,10}$/.test(text ?? "")) return null;
  const at = new Date(Number(text) * 1000);
  return isStorableTime(at) ? at : null;
}

function inboundOf(fields: URLSearchParams): InboundMessage | undefined {
  const text = fields.get("sms_text") ?? "";
  const from = fields.get("sms_from") ?? "";
  if (from === "" || from.length > 40 || text.length > maxBodyLength) return undefined;
  const date = fields.get("sms_date") ?? "";
  const to = numberIn((fields.get("sms_to") ?? "").slice(0, 40));
  const MsgId = (fields.get("MsgId") ?? "").slice(0, maxRefLength);
  return {
    // `MsgId` is of the message that is replied to, and there may be several replies.
    ref: createHash("sha256")
      .update(JSON.stringify([MsgId, from, text, date]))
      .digest("hex")
      .slice(0, 40),
    from: numberIn(from),
    to: to === "" ? null : to,
    body: storableText(text),
    at: timeOf(date),
    raw: rawOf(fields),
  };
}

/** Digits alone for a number, and a name as it is. */
function numberIn(address: string): string {
  const digits = address.replace(/^(\+|00)/, "");
  return /^\d{3,20}$/.test(digits) ? digits : storableText(address);
}

/** What it said, for the history: the first fields, each cut. */
function rawOf(fields: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...fields]
      .slice(0, 30)
      .map(([name, value]) => [
        storableText(name.slice(0, 60)),
        storableText(value.slice(0, maxShownLength)),
      ]),
  );
}
