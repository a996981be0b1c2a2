import { storableText } from "../../core/storable-text";
import { fromSeptets } from "../../sms/gsm-alphabet";
import { unpackSeptets } from "./_septet-packing";

interface Encoded {
  octets: Buffer;
  dataCoding: number;
  /** It begins with a user data header (3GPP TS 23.040, section 9.2.3.24). */
  hasHeader: boolean;
  /** Septets come packed. */
  isPacked: boolean;
}

interface Position {
  reference: number;
  total: number;
  number: number;
}

/** A text from a phone and its place in a longer one; undefined if nobody here can read its data coding. */
export function decodeText(encoded: Encoded): { text: string; position?: Position } | undefined {
  const { octets, hasHeader } = encoded;
  const headerOctets = hasHeader ? Math.min((octets[0] ?? 0) + 1, octets.length) : 0;
  const text = decode(encoded, headerOctets);
  if (text === undefined) return undefined;
  const position = positionIn(octets.subarray(1, headerOctets));
  return { text: storableText(text), ...(position && { position }) };
}

function decode({ octets, dataCoding, isPacked }: Encoded, headerOctets: number) {
  const body = octets.subarray(headerOctets);
  // The upper bits of a GSM data coding scheme say the message's class (3GPP TS 23.038, section 4).
  const coding = dataCoding >= 0xf0 ? 0 : dataCoding & 0x0f;
  switch (coding) {
    case 0:
      return fromSeptets(isPacked ? unpackSeptets(body, headerOctets) : body);
    case 1:
      return body.toString("ascii");
    case 3:
      return body.toString("latin1");
    case 8:
      return new TextDecoder("utf-16be").decode(body);
    default:
      return undefined;
  }
}

/** Where a header of elements (identifier, length, value) says which part of a text this is. */
function positionIn(elements: Buffer): Position | undefined {
  let start = 0;
  while (start + 2 <= elements.length) {
    const identifier = elements[start];
    const value = elements.subarray(start + 2, start + 2 + (elements[start + 1] ?? 0));
    const position = positionOf(identifier, value);
    if (position) return position;
    start += 2 + (elements[start + 1] ?? 0);
  }
  return undefined;
}

function positionOf(identifier: number | undefined, value: Buffer): Position | undefined {
  const isNarrow = identifier === 0 && value.length === 3;
  if (!isNarrow && !(identifier === 8 && value.length === 4)) return undefined;
  const reference = isNarrow ? value.readUInt8(0) : value.readUInt16BE(0);
  const [total = 0, number = 0] = value.subarray(-2);
  return total > 1 && number >= 1 && number <= total ? { reference, total, number } : undefined;
}
