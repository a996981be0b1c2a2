import { randomFillSync } from "node:crypto";
import { processWide } from "./process-wide";

// Crockford's base 32, as the ULID specification (github.com/ulid/spec) writes it.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const values = new Map([...alphabet].map((character, value) => [character, value]));

/** The two symbols of each number of 10 bits. */
const pairs = [...alphabet].flatMap((first) => [...alphabet].map((second) => first + second));

const random = Buffer.alloc(10);
/** What 40 bits hold: half of an ID's tail, which is exact as a number. */
const halfTail = 2 ** 40;
/** The newest ID's parts, of whichever copy of this module made it; `start` is the text of all but the low half. */
const last = processWide("last-id", () => ({ ms: 0, high: 0, low: 0, start: "" }));

/**
 * A time-ordered id: a ULID (48 bit milliseconds, 80 bit random) in the form of a uuid, for PostgreSQL.
 * Within one process ids strictly rise, also inside one millisecond (ULID specification, monotonicity).
 */
export function newId(nowMs: number = Date.now()): string {
  if (nowMs > last.ms) {
    last.ms = nowMs;
    randomFillSync(random);
    // The highest bit stays free, so that what is added within a millisecond never overflows.
    last.high = Math.floor(random.readUIntBE(0, 5) / 2);
    last.low = random.readUIntBE(5, 5);
    last.start = startOf(last);
  } else {
    last.low += 1 + Math.floor(Math.random() * 65_536);
    if (last.low >= halfTail) {
      last.low -= halfTail;
      last.high += 1;
      last.start = startOf(last);
    }
  }
  return last.start + last.low.toString(16).padStart(10, "0");
}

/** The text that the IDs of a millisecond share, up to the low half of their tail. */
function startOf({ ms, high }: { ms: number; high: number }): string {
  const time = ms.toString(16).padStart(12, "0");
  const upper = high.toString(16).padStart(10, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-${upper.slice(0, 4)}-${upper.slice(4, 8)}-${upper.slice(8)}`;
}

/** The lowest id that could have been made at this time, to compare others with. */
export function firstIdAt(ms: number): string {
  return toUuid(Math.max(0, ms).toString(16).padStart(12, "0").padEnd(32, "0"));
}

/** When an id was made, in milliseconds, by the clock of whoever made it. */
export function madeAtMs(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
}

/** How far the clock that made an id may be from the database's, which made the time beside it. */
export const clockDriftMs = 3_600_000;

type Prefix =
  | ("msg" | "pay" | "evt" | "tok" | "acc" | "whk" | "rpl" | "req" | "sim" | "inb")
  | ("cmp" | "tpl" | "con" | "grp" | "act" | "inv" | "ver");

/** The form people and the wire see: `msg_` and 26 characters of ULID. */
export function publicId(prefix: Prefix, id: string): string {
  const hex = id.replaceAll("-", "");
  // 8 bits in two symbols, then 20 bits in four: small numbers, twice as fast as one BigInt.
  let text = `${prefix}_${pairs[Number.parseInt(hex.slice(0, 2), 16)]}`;
  for (let at = 2; at < 32; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    text += `${pairs[bits >> 10]}${pairs[bits & 1023]}`;
  }
  return text;
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

function toHex(symbols: string, length: number): string {
  let value = 0;
  for (const symbol of symbols) value = (value << 5) | (values.get(symbol) ?? 0);
  return value.toString(16).padStart(length, "0");
}

function toUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
