import { createHash } from "node:crypto";
import type { InboundMessage, Receipt } from "../carrier";
import { decodeText } from "./_decode-text";
import type { ReceiptId } from "./_message-id";
import type { Pdu } from "./_pdu";
import { looksLikeReceipt, readReceipt } from "./_read-receipt";

export interface Delivery {
  receipt?: Receipt;
  inbound?: InboundMessage;
  /** What nobody here can read, in hexadecimal, and why. */
  unreadable?: { raw: string; reason: string };
}

interface Reading {
  receiptId: ReceiptId;
  gsm7: "unpacked" | "packed";
  arrivedAt: Date;
}

/** SMPP 3.4, section 5.2.12: the bits that say what kind of message it is. */
const esm = { type: 0x3c, receipt: 0x04, intermediate: 0x20, header: 0x40 };
/** TON of an international number. */
const international = 1;

/** Reads a deliver_sm or data_sm: a receipt, or a message from a phone. Never throws. */
export function readDelivery(pdu: Pdu, reading: Reading): Delivery {
  const esmClass = pdu.number("esm_class") ?? 0;
  const octets = octetsIn(pdu);
  const isMarked =
    (esmClass & esm.type) === esm.receipt || (esmClass & esm.type) === esm.intermediate;
  if (isMarked || couldBeReceipt(pdu, octets)) {
    const receipt = readReceipt(
      {
        octets: (esmClass & esm.header) === 0 ? octets : octets.subarray((octets[0] ?? 0) + 1),
        receiptedMessageId: pdu.text("receipted_message_id"),
        messageState: pdu.number("message_state"),
        networkErrorCode: pdu.octets("network_error_code"),
        arrivedAt: reading.arrivedAt,
      },
      reading.receiptId,
    );
    if (receipt) return { receipt };
    if (isMarked) return unreadable(octets, "a receipt without an ID or a known state");
  }
  return readInbound({ pdu, octets, esmClass, reading });
}

/** A text that short_message has no room for is in message_payload; a data_sm has nothing else. */
function octetsIn(pdu: Pdu): Buffer {
  const short = pdu.octets("short_message");
  return short?.length ? short : (pdu.octets("message_payload") ?? Buffer.alloc(0));
}

/** Some carriers do not mark their receipts as such. */
function couldBeReceipt(pdu: Pdu, octets: Buffer): boolean {
  return pdu.text("receipted_message_id") !== undefined || looksLikeReceipt(octets);
}

/** A PDU that does not even have the parts its command wants. */
export function unreadable(octets: Buffer, reason: string): Delivery {
  return { unreadable: { raw: octets.subarray(0, 4096).toString("hex"), reason } };
}

interface Inbound {
  pdu: Pdu;
  octets: Buffer;
  esmClass: number;
  reading: Reading;
}

function readInbound({ pdu, octets, esmClass, reading }: Inbound): Delivery {
  const dataCoding = pdu.number("data_coding") ?? 0;
  const decoded = decodeText({
    octets,
    dataCoding,
    hasHeader: (esmClass & esm.header) !== 0,
    isPacked: reading.gsm7 === "packed",
  });
  const from = addressOf(pdu, "source");
  if (!decoded) return unreadable(octets, `a message in data_coding ${dataCoding}`);
  if (!from) return unreadable(octets, "a message without a sender");
  const to = addressOf(pdu, "dest") || null;
  const position = decoded.position ?? sarOf(pdu);
  return {
    inbound: {
      ref: refOf({ pdu, octets, esmClass, reading }),
      from,
      to,
      body: decoded.text,
      at: null,
      ...(position && {
        part: {
          group: `${from}:${to ?? ""}:${position.reference}`,
          number: position.number,
          total: position.total,
        },
      }),
      raw: { data_coding: dataCoding, esm_class: esmClass },
    },
  };
}

function addressOf(pdu: Pdu, side: "source" | "dest"): string {
  const address = pdu.text(side === "source" ? "source_addr" : "destination_addr") ?? "";
  const digits = address.replace(/^(\+|00)(?=[1-9])/, "");
  const isNumber = pdu.number(`${side}_addr_ton`) === international || address.startsWith("+");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
  return (isNumber ? digits : address).slice(0, 21).replace(/[\x00-\x1f\x7f]/g, "");
}

/**
 * A message from a phone has no ID of its own here. The same PDU gets the same ref on the same day; two equal texts from one
 * phone differ in their sequence numbers.
 */
function refOf({ pdu, octets, esmClass, reading }: Inbound): string {
  const hash = createHash("sha256");
  const numbers = [
    pdu.sequence,
    esmClass,
    pdu.number("data_coding"),
    pdu.number("sar_segment_seqnum"),
  ];
  const day = reading.arrivedAt.toISOString().slice(0, 10);
  hash.update(
    JSON.stringify([day, ...numbers, pdu.text("source_addr"), pdu.text("destination_addr")]),
  );
  return hash.update(octets).digest("base64url").slice(0, 32);
}

/** SMPP 3.4, sections 5.3.2.22 to 5.3.2.24. */
function sarOf(pdu: Pdu) {
  const reference = pdu.number("sar_msg_ref_num");
  const total = pdu.number("sar_total_segments") ?? 0;
  const number = pdu.number("sar_segment_seqnum") ?? 0;
  const isPart = reference !== undefined && total > 1 && number >= 1 && number <= total;
  return isPart ? { reference, total, number } : undefined;
}
