import { z } from "zod";
import { carrierSecret } from "../settings";

/** Type of number and numbering plan, as pairs of numbers. */
const tonNpi = z.tuple([z.number().int().min(0).max(255), z.number().int().min(0).max(255)]);

// A C-octet string of so many octets has its NUL among them.
const ascii = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[\x20-\x7e]*$/, "must be ASCII");

const source = z.strictObject({
  alphanumeric: tonNpi.default([5, 0]).describe("Of a sender with letters."),
  number: tonNpi.default([1, 1]).describe("Of a full number."),
  short_code: tonNpi.default([3, 0]).describe("Of a short code: 3 to 8 digits."),
});

/** What `carriers.json` says of a carrier over SMPP 3.4. */
export const settings = z.strictObject({
  host: z.string().min(1).max(255).describe("Name or address of the carrier's SMSC."),
  port: z.number().int().min(1).max(65_535).default(2775).describe("Port of the carrier's SMSC."),
  tls: z
    .boolean()
    .default(false)
    .describe("Connect with TLS; the certificate must be valid for the host."),
  system_id: ascii(15).min(1).describe("The account's name at the carrier."),
  password: carrierSecret.describe(
    "The account's password: 8 characters at most at many carriers.",
  ),
  system_type: ascii(12).default("").describe("Value that the carrier prescribes; mostly empty."),
  service_type: ascii(5).default("").describe("Value that the carrier prescribes; mostly empty."),
  bind: z
    .enum(["transceiver", "separate"])
    .default("transceiver")
    .describe("One kind of bind for both ways, or transmitters plus a receiver."),
  binds: z.number().int().min(1).max(20).default(1).describe("Binds for sending of each process."),
  window: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(10)
    .describe("Requests on a bind that may wait for their responses."),
  response_timeout_s: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(10)
    .describe("Seconds to wait for a response; for one to a message 10 at most."),
  enquire_link_s: z
    .number()
    .int()
    .min(1)
    .max(600)
    .default(30)
    .describe("Seconds between the questions whether the link still works."),
  gsm7: z
    .enum(["unpacked", "packed"])
    .default("unpacked")
    .describe("One character per octet, as nearly all carriers want it, or eight in seven octets."),
  latin1: z
    .boolean()
    .default(false)
    .describe("Use Latin-1 (data_coding 3) where it takes as many parts as UCS-2."),
  long_text: z
    .enum(["udh8", "udh16", "payload", "sar"])
    .default("udh8")
    .describe(
      "How a long text goes out: in parts with a header of an 8-bit or 16-bit reference, whole as message_payload, or in parts with SAR parameters.",
    ),
  source: source.prefault({}).describe("Type of number and numbering plan of the sender."),
  destination: tonNpi
    .default([1, 1])
    .describe("Type of number and numbering plan of the recipient."),
  receipt_id: z
    .enum(["auto", "same", "decimal", "hex"])
    .default("auto")
    .describe(
      "How receipts write the ID, as against the response: the same, in decimal for hexadecimal, or the reverse. With auto, an ID with a letter from a to f is hexadecimal and any other decimal.",
    ),
  registered_delivery: z
    .number()
    .int()
    .min(0)
    .max(31)
    .default(1)
    .describe("Receipts asked for: 1 for all, 2 for failures only, 0 for none."),
  query_sm: z
    .boolean()
    .default(false)
    .describe("Ask for the state of messages with an overdue receipt (query_sm)."),
  query_after_s: z
    .number()
    .int()
    .min(60)
    .max(172_800)
    .default(900)
    .describe("Seconds after which a receipt is overdue."),
});

export type SmppSettings = z.output<typeof settings>;
