import { randomFillSync } from "node:crypto";
import { processWide } from "./process-wide";

// Crockford's base 32, as the ULID specification (github.com/ulid/spec) writes it.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const values = new Map([...alphabet].map((character, value) => [character, value]));

const random = Buffer.alloc(10);
/** The newest ID's parts, of whichever copy of this module made it. */
const last = processWide("last-id", () => ({ ms: 0, tail: 0n }));

/**
 * A time-ordered id: a ULID (48 bit milliseconds, 80 bit random) in the form of a uuid, for PostgreSQL.
 * Within one process ids strictly rise, also inside one millisecond (ULID specification, monotonicity).
 */
export function newId(nowMs: number = Date.now()): string {
  if (nowMs > last.ms) {
    last.ms = nowMs;
    randomFillSync(random);
    last.tail = BigInt(`0x${random.toString("hex")}`) >> 1n;
  } else {
    last.tail += 1n + BigInt(Math.floor(Math.random() * 65_536));
  }
  const hex = last.ms.toString(16).padStart(12, "0") + last.tail.toString(16).padStart(20, "0");
  return toUuid(hex);
}

/** The lowest id that could have been made at this time, to compare others with. */
export function firstIdAt(ms: number): string {
  return toUuid(Math.max(0, ms).toString(16).padStart(12, "0").padEnd(32, "0"));
}

type Prefix =
  | ("msg" | "pay" | "evt" | "tok" | "acc" | "whk" | "rpl" | "req" | "sim" | "inb")
  | ("cmp" | "tpl" | "con" | "grp");

/** The form people and the wire see: `msg_` and 26 characters of ULID. */
export function publicId(prefix: Prefix, id: string): string {
  const hex = id.replaceAll("-", "");
  // 8 bits in two symbols, then 20 bits in four: small numbers, twice as fast as one BigInt.
  let text = toSymbols(hex.slice(0, 2), 2);
  for (let at = 2; at < 32; at += 5) text += toSymbols(hex.slice(at, at + 5), 4);
  return `${prefix}_${text}`;
}

/** Reads a public id back; undefined when it is none of this kind. */
export function parsePublicId(prefix: Prefix, text: string): string | undefined {
  const match = /^([a-z]+)_([0-7][0-9A-HJKMNP-TV-Z]{25})$/i.exec(text);
  if (match?.[1] !== prefix || match[2] === undefined) return undefined;
  const symbols = match[2].toUpperCase();
  let hex = toHex(symbols.slice(0, 2), 2);
  for (let at = 2; at < 26; at += 4) hex += toHex(symbols.slice(at, at + 4), 5);
  return toUuid(hex);
}

/**
 * The lowest and the highest id behind the beginning of a public one, with its prefix or without; undefined when it is
 * none, or says too little to find one by.
 */
export function idRange(prefix: Prefix, text: string): { from: string; to: string } | undefined {
  const [whole, beginning = ""] =
    new RegExp(`^(?:${prefix}_)?([0-7]${symbol}{7,25})$`, "i").exec(text) ?? [];
  if (whole === undefined) return undefined;
  const from = parsePublicId(prefix, `${prefix}_${beginning.padEnd(26, "0")}`);
  const to = parsePublicId(prefix, `${prefix}_${beginning.padEnd(26, "Z")}`);
  return from && to ? { from, to } : undefined;
}

const symbol = "[0-9A-HJKMNP-TV-Z]";

function toSymbols(hex: string, length: number): string {
  let rest = Number.parseInt(hex, 16);
  let text = "";
  for (let position = 0; position < length; position += 1) {
    text = alphabet.charAt(rest & 31) + text;
    rest >>= 5;
  }
  return text;
}

function toHex(symbols: string, length: number): string {
  let value = 0;
  for (const symbol of symbols) value = (value << 5) | (values.get(symbol) ?? 0);
  return value.toString(16).padStart(length, "0");
}

function toUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
