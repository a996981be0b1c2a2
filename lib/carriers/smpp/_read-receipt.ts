import type { Receipt, ReceiptStatus } from "../carrier";
import { type ReceiptId, refOfReceipt } from "./_message-id";
import { readReceiptTime } from "./_receipt-time";

/** A receipt as a deliver_sm or data_sm has it. */
export interface ReceiptPdu {
  /** The octets of short_message, or of message_payload; at most 64 KiB. */
  octets: Buffer;
  receiptedMessageId: string | undefined;
  messageState: number | undefined;
  networkErrorCode: Buffer | undefined;
  arrivedAt: Date;
}

/** More text than any receipt has; what is behind it is not looked at. */
const maxTextLength = 1024;

/** SMPP 3.4, section 5.2.28 and Appendix B. Seven letters are what the text has room for; some carriers write more. */
const stateNames: readonly [RegExp, string][] = [
  [/^delivrd|^delivered/, "DELIVRD"],
  [/^expired/, "EXPIRED"],
  [/^deleted/, "DELETED"],
  [/^undeli?v|^undelivered|^failed/, "UNDELIV"],
  [/^acceptd|^accepted/, "ACCEPTD"],
  [/^enroute|^buffer/, "ENROUTE"],
  [/^rejectd|^rejected/, "REJECTD"],
  [/^skipped/, "SKIPPED"],
  [/^schedul/, "SCHEDULED"],
  [/^unknown/, "UNKNOWN"],
];
/** By the number of a message_state TLV; 0 and 9 came with SMPP 5.0. */
const stateNumbers = [
  "SCHEDULED",
  "ENROUTE",
  "DELIVRD",
  "EXPIRED",
  "DELETED",
  "UNDELIV",
  "ACCEPTD",
  "UNKNOWN",
  "REJECTD",
  "SKIPPED",
];

const statuses: Record<string, ReceiptStatus> = {
  DELIVRD: "delivered",
  EXPIRED: "expired",
  DELETED: "failed",
  UNDELIV: "failed",
  REJECTD: "failed",
  SKIPPED: "failed",
};
const reasons: Record<string, string> = {
  EXPIRED: "The message expired at the carrier.",
  DELETED: "The message was deleted at the carrier.",
  UNDELIV: "The carrier could not deliver the message.",
  REJECTD: "The carrier rejected the message.",
  SKIPPED: "The carrier skipped the message.",
};

/**
 * Reads a receipt: the TLVs first, and what they lack from the text, whose fields may come in any order and case, or be
 * missing (SMPP 3.4, Appendix B: the format is specific to the carrier). Undefined without an ID and a state.
 */
export function readReceipt(pdu: ReceiptPdu, receiptId: ReceiptId): Receipt | undefined {
  const fields = fieldsIn(pdu.octets);
  const id = pdu.receiptedMessageId || fields.get("id");
  const state = stateNumbers[pdu.messageState ?? -1] ?? stateIn(fields.get("stat"));
  const ref = id && refOfReceipt(id, receiptId);
  if (!ref || !state) return undefined;
  const status = statuses[state] ?? "sent";
  return {
    ref,
    status,
    at: readReceiptTime(fields.get("done date"), pdu.arrivedAt),
    reason: reasons[state] ?? null,
    carrierCode: status === "delivered" ? null : codeOf(pdu.networkErrorCode, fields.get("err")),
    operator: null,
    raw: { ...Object.fromEntries(fields), id, state },
  };
}

/** The receipt that a query_sm_resp amounts to (SMPP 3.4, section 4.8.2); undefined while the message has not ended. */
export function readState(
  { ref, messageState, errorCode }: { ref: string; messageState: number; errorCode: number },
  raw: object,
): Receipt | undefined {
  const state = stateNumbers[messageState] ?? "";
  const status = statuses[state];
  if (!status) return undefined;
  const code = status === "delivered" || errorCode === 0 ? null : String(errorCode);
  return {
    ...{ ref, status, at: null, reason: reasons[state] ?? null, carrierCode: code },
    ...{ operator: null, raw: { ...raw, state } },
  };
}

/** Whether a text looks like a receipt, for carriers that do not mark theirs: an ID, a known state, and two more fields. */
export function looksLikeReceipt(octets: Buffer): boolean {
  const fields = fieldsIn(octets);
  return Boolean(fields.get("id")) && stateIn(fields.get("stat")) !== undefined && fields.size >= 4;
}

const fieldNames = "id|sub|dlvrd|submit[ _]?date|done[ _]?date|stat|err|text";
const field = new RegExp(`(?:^|[\\s,;])(${fieldNames})[:=] ?([^\\s,;:]*)`, "gi");

/** The fields by their names, without the message's own words. The first of two with the same name counts. */
function fieldsIn(octets: Buffer): Map<string, string> {
  // Some end in NUL, and in UCS-2 every other octet is one.
  const text = octets.toString("latin1", 0, maxTextLength).replaceAll("\0", "");
  const fields = new Map<string, string>();
  for (const [, written = "", value = ""] of text.matchAll(field)) {
    const name = written.toLowerCase().replace(/^(submit|done)[ _]?date$/, "$1 date");
    // What follows is what the message says, and it may say anything.
    if (name === "text") break;
    if (!fields.has(name)) fields.set(name, printable(value));
  }
  return fields;
}

function printable(value: string): string {
  return value.slice(0, 65).replace(/[^\x20-\x7e]/g, "");
}

function stateIn(written: string | undefined): string | undefined {
  if (!written) return undefined;
  const lower = written.toLowerCase();
  return stateNames.find(([pattern]) => pattern.test(lower))?.[1];
}

/** One octet names the network, two its code; some carriers write three digits instead (SMPP 3.4, section 5.3.2.31). */
function codeOf(tlv: Buffer | undefined, written: string | undefined): string | null {
  if (tlv?.length === 3) {
    const digits = tlv.toString("latin1");
    const code = /^[0-9]{3}$/.test(digits) ? digits : String(tlv.readUInt16BE(1));
    if (!/^0+$/.test(code)) return code;
  }
  return written && !/^0+$/.test(written) ? written : null;
}
