import smpp from "smpp";

/** Longer PDUs end the link; the longest that a message needs has less than 3 KB. */
export const maxPduLength = 65_536;
/** Four numbers of four octets: length, command, status, sequence (SMPP 3.4, section 3.2). */
export const headerLength = 16;

export type Fields = Record<string, string | number | Buffer>;

export interface Pdu {
  /** As the specification names it; `unknown` if it does not know the command. */
  command: string;
  status: number;
  sequence: number;
  isResponse: boolean;
  text(field: string): string | undefined;
  number(field: string): number | undefined;
  octets(field: string): Buffer | undefined;
}

export interface Header {
  commandId: number;
  status: number;
  sequence: number;
}

/** What ends the mandatory part of a body: the package takes one that breaks off for a whole one. */
const lastOf: Record<string, string> = { deliver_sm: "short_message", data_sm: "data_coding" };

smpp.PDU.maxLength = maxPduLength;
// The package's filters read texts by tables of their own and trip over odd times: here, values stay as they come.
for (const { params = {} } of Object.values(smpp.commands)) {
  for (const parameter of Object.values(params)) delete parameter.filter;
}
for (const tlv of Object.values(smpp.tlvs)) delete tlv.filter;

/** The octets of a request, or of the response to one that was well. */
export function encodePdu(command: string, sequence: number, fields: Fields = {}): Buffer {
  return new smpp.PDU(command, { ...fields, sequence_number: sequence }).toBuffer();
}

/** The octets of a response that says what was wrong: it has no body. */
export function encodeError(command: string, sequence: number, status: number): Buffer {
  return new smpp.PDU(command, { command_status: status, sequence_number: sequence }).toBuffer();
}

/** Reads the PDU that a frame holds; undefined if its body is not what its command wants. Never throws. */
export function decodePdu(frame: Buffer): Pdu | undefined {
  try {
    const pdu = smpp.PDU.fromBuffer(frame);
    const isWhole = pdu && (lastOf[pdu.command] ?? "command") in pdu;
    return isWhole ? asPdu(pdu) : undefined;
  } catch {
    // The package reads past the end of a short body.
    return undefined;
  }
}

/** The header of a frame, which can be read even if the rest cannot. */
export function headerOf(frame: Buffer): Header {
  return {
    commandId: frame.readUInt32BE(4),
    status: frame.readUInt32BE(8),
    sequence: frame.readUInt32BE(12),
  };
}

function asPdu(pdu: ReturnType<typeof smpp.PDU.fromBuffer> & object): Pdu {
  const heldIn = (field: string): unknown => (Object.hasOwn(pdu, field) ? pdu[field] : undefined);
  return {
    command: pdu.command,
    status: pdu.command_status,
    sequence: pdu.sequence_number,
    isResponse: pdu.command_id >= 0x8000_0000,
    text: (field) => {
      const value = heldIn(field);
      return typeof value === "string" ? value : undefined;
    },
    number: (field) => {
      const value = heldIn(field);
      return typeof value === "number" ? value : undefined;
    },
    octets: (field) => {
      const value = heldIn(field);
      return Buffer.isBuffer(value) ? value : undefined;
    },
  };
}
