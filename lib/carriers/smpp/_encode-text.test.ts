import { describe, expect, test } from "vitest";
import { countSegments } from "../../sms/count-segments";
import { fromSeptets } from "../../sms/gsm-alphabet";
import { decodeText } from "./_decode-text";
import { encodeText, type TextSettings } from "./_encode-text";
import type { Fields } from "./_pdu";
import { packSeptets, unpackSeptets } from "./_septet-packing";

const usual: TextSettings = { gsm7: "unpacked", latin1: false, long_text: "udh8" };

/** The texts whose cuts are the hardest: pairs at a boundary, and lengths around it. */
const texts = [
  "",
  "Hello",
  "a".repeat(160),
  "a".repeat(161),
  "a".repeat(306),
  "a".repeat(307),
  `${"a".repeat(152)}€${"a".repeat(151)}`,
  `${"a".repeat(152)}€${"a".repeat(152)}`,
  "€".repeat(153),
  "ą".repeat(70),
  "ą".repeat(134),
  `${"ą".repeat(66)}😀${"ą".repeat(66)}`,
  "😀".repeat(36),
  "ç".repeat(71),
  "ç".repeat(141),
  "a".repeat(1530),
  "ą".repeat(670),
];
const variants: TextSettings[] = (["unpacked", "packed"] as const).flatMap((gsm7) =>
  (["udh8", "udh16", "sar"] as const).flatMap((long_text) =>
    [false, true].map((latin1) => ({ gsm7, long_text, latin1 })),
  ),
);

describe.each(variants)("with $gsm7 septets, $long_text, Latin-1 $latin1", (settings) => {
  test.each(texts)("%j goes out in as many parts as it is charged, and arrives whole", (text) => {
    const parts = encodeText(text, settings, 0xabcd);
    expect(parts).toHaveLength(countSegments(text).segments);
    const arrived = parts.map((part) => decoded(part, settings));
    expect(arrived.map((each) => each?.text).join("")).toBe(text);
    // Without room for more, the air carries 140 octets.
    for (const part of parts) expect(octetsOverTheAir(part, settings)).toBeLessThanOrEqual(140);
    if (parts.length === 1 || settings.long_text === "sar") return;
    expect(arrived.map((each) => each?.position?.number)).toEqual(
      parts.map((_, place) => place + 1),
    );
    expect(new Set(arrived.map((each) => each?.position?.reference)).size).toBe(1);
  });
});

test("a header has the 16-bit reference where it costs no further part, and the 8-bit one where it would", () => {
  const settings = { ...usual, long_text: "udh16" } as const;
  expect(header("a".repeat(304), settings)).toBe("060804abcd0201");
  expect(header("a".repeat(305), settings)).toBe("050003cd0201");
});

test("message_payload has a long text whole, and short_message a short one", () => {
  const settings = { ...usual, long_text: "payload" } as const;
  const [long, ...none] = encodeText("a".repeat(161), settings, 1);
  expect(none).toEqual([]);
  expect(long).toEqual({ data_coding: 0, message_payload: Buffer.alloc(161, "a") });
  expect(encodeText("a", settings, 1)).toEqual([
    { data_coding: 0, short_message: Buffer.from("a") },
  ]);
});

test("SAR parameters stand beside the parts of a long text", () => {
  const parts = encodeText("ą".repeat(71), { ...usual, long_text: "sar" }, 0x1234);
  expect(parts.map(({ short_message: _, ...rest }) => rest)).toEqual([
    { data_coding: 8, sar_msg_ref_num: 0x1234, sar_total_segments: 2, sar_segment_seqnum: 1 },
    { data_coding: 8, sar_msg_ref_num: 0x1234, sar_total_segments: 2, sar_segment_seqnum: 2 },
  ]);
});

test.each([
  ["Hello", usual, 0],
  ["ça va", usual, 8],
  ["ça va", { ...usual, latin1: true }, 3],
  ["zażółć", { ...usual, latin1: true }, 8],
  // In Latin-1 it would be one part of the two that it is charged.
  ["ç".repeat(71), { ...usual, latin1: true }, 8],
])("%j with %j has data_coding %i", (text, settings, coding) => {
  expect(encodeText(text, settings, 1)[0]?.["data_coding"]).toBe(coding);
});

test("septets are packed as 3GPP TS 23.038 has it", () => {
  const septets = (text: string) => Buffer.from(text, "latin1");
  expect(packSeptets(septets("hellohello")).toString("hex")).toBe("e8329bfd4697d9ec37");
  // Seven and fifteen septets leave seven bits over, which say CR.
  expect(packSeptets(septets("aaaaaaa")).at(-1)).toBe((0x0d << 1) | 1);
  for (let length = 0; length <= 160; length += 1) {
    const text = "@".repeat(length);
    const packed = packSeptets(new Uint8Array(length));
    expect(fromSeptets(unpackSeptets(packed))).toBe(text);
  }
});

function header(text: string, settings: TextSettings): string {
  const [first] = encodeText(text, settings, 0xabcd);
  const octets = first?.["short_message"];
  return Buffer.isBuffer(octets) ? octets.subarray(0, (octets[0] ?? 0) + 1).toString("hex") : "";
}

function decoded(part: Fields, { gsm7 }: TextSettings) {
  const octets = part["short_message"];
  if (!Buffer.isBuffer(octets)) throw new Error("The part has no short_message.");
  return decodeText({
    octets,
    dataCoding: Number(part["data_coding"]),
    hasHeader: part["esm_class"] === 0x40,
    isPacked: gsm7 === "packed",
  });
}

function octetsOverTheAir(part: Fields, { gsm7 }: TextSettings): number {
  const octets = part["short_message"];
  if (!Buffer.isBuffer(octets)) return Number.POSITIVE_INFINITY;
  const isHeaded = part["esm_class"] === 0x40;
  // The carrier makes the header of SAR parameters.
  const madeOctets = part["sar_total_segments"] ? 6 : 0;
  const headerOctets = isHeaded ? (octets[0] ?? 0) + 1 : madeOctets;
  const body = octets.length - (isHeaded ? headerOctets : 0);
  if (part["data_coding"] !== 0 || gsm7 === "packed") return headerOctets + body;
  return Math.ceil((Math.ceil((headerOctets * 8) / 7) * 7 + body * 7) / 8);
}
