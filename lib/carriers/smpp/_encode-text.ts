import { toSeptets } from "../../sms/gsm-alphabet";
import type { Fields } from "./_pdu";
import { packSeptets } from "./_septet-packing";
import { splitAsCharged, splitText } from "./_split-text";

export interface TextSettings {
  gsm7: "unpacked" | "packed";
  latin1: boolean;
  long_text: "udh8" | "udh16" | "payload" | "sar";
}

type Alphabet = "GSM-7" | "UCS-2" | "Latin-1";
type LongText = TextSettings["long_text"];

interface Parts {
  alphabet: Alphabet;
  texts: string[];
  longText: LongText;
}

/** SMPP 3.4, section 5.2.19. */
const dataCodings: Record<Alphabet, number> = { "GSM-7": 0, "Latin-1": 3, "UCS-2": 8 };
/** SMPP 3.4, section 5.2.12: the message begins with a user data header. */
const headerIndicator = 0x40;
const latin1Capacity = { single: 140, part: 134 };

/**
 * What the submit_sm of each part says of the text. There are as many parts as were charged; only `payload` is one PDU,
 * which the carrier splits. `reference` is what the parts of one message have in common.
 */
export function encodeText(text: string, settings: TextSettings, reference: number): Fields[] {
  const parts = splitFor(text, settings);
  const { texts, alphabet, longText } = parts;
  const data_coding = dataCodings[alphabet];
  const pack = settings.gsm7 === "packed";
  const [whole = "", ...more] = texts;
  if (more.length === 0) {
    return [{ data_coding, short_message: octetsOf({ text: whole, alphabet, pack }) }];
  }
  if (longText === "payload") {
    return [{ data_coding, message_payload: octetsOf({ text, alphabet, pack }) }];
  }
  return texts.map((part, place): Fields => {
    const position = { reference, total: texts.length, number: place + 1 };
    if (longText === "sar") {
      const short_message = octetsOf({ text: part, alphabet, pack });
      return { data_coding, short_message, ...sarOf(position) };
    }
    const header = headerOf(position, longText === "udh16");
    const octets = octetsOf({ text: part, alphabet, pack, headerOctets: header.length });
    const short_message = Buffer.concat([header, octets]);
    return { data_coding, esm_class: headerIndicator, short_message };
  });
}

function splitFor(text: string, { latin1, long_text }: TextSettings): Parts {
  const charged = splitAsCharged(text);
  const { encoding, parts } = charged;
  const longText = long_text;
  if (encoding === "UCS-2" && latin1 && isLatin1(text)) {
    const { single, part } = latin1Capacity;
    const texts = splitText(text, text.length <= single ? single : part, "UCS-2");
    if (texts.length === parts.length) {
      return { alphabet: "Latin-1", texts, longText: narrow(longText) };
    }
  }
  if (longText !== "udh16" || parts.length === 1) {
    return { alphabet: encoding, texts: parts, longText };
  }
  // The longer header leaves room for 152 septets or 66 code units (3GPP TS 23.040, section 9.2.3.24.8).
  const texts = splitText(text, encoding === "GSM-7" ? 152 : 66, encoding);
  if (texts.length === parts.length) return { alphabet: encoding, texts, longText };
  return { alphabet: encoding, texts: parts, longText: "udh8" };
}

/** Parts of 134 octets leave no room for the longer header. */
function narrow(longText: LongText): LongText {
  return longText === "udh16" ? "udh8" : longText;
}

function isLatin1(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0xff) return false;
  }
  return true;
}

interface Part {
  text: string;
  alphabet: Alphabet;
  pack: boolean;
  headerOctets?: number;
}

function octetsOf({ text, alphabet, pack, headerOctets }: Part): Buffer {
  if (alphabet === "UCS-2") return Buffer.from(text, "utf16le").swap16();
  if (alphabet === "Latin-1") return Buffer.from(text, "latin1");
  const septets = toSeptets(text);
  return pack ? packSeptets(septets, headerOctets) : Buffer.from(septets);
}

interface Position {
  reference: number;
  total: number;
  number: number;
}

/** The concatenation header with a reference of 8 or 16 bits (3GPP TS 23.040, sections 9.2.3.24.1 and 9.2.3.24.8). */
function headerOf({ reference, total, number }: Position, isWide: boolean): Buffer {
  return isWide
    ? Buffer.of(6, 8, 4, (reference >> 8) & 0xff, reference & 0xff, total, number)
    : Buffer.of(5, 0, 3, reference & 0xff, total, number);
}

/** SMPP 3.4, sections 5.3.2.22 to 5.3.2.24. */
function sarOf({ reference, total, number }: Position): Fields {
  return {
    sar_msg_ref_num: reference & 0xff_ff,
    sar_total_segments: total,
    sar_segment_seqnum: number,
  };
}
