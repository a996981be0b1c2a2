import { randomFillSync } from "node:crypto";

// Crockford's base 32, as the ULID specification (github.com/ulid/spec) writes it.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const values = new Map([...alphabet].map((character, value) => [character, BigInt(value)]));

const random = Buffer.alloc(10);
let lastMs = 0;
let lastTail = 0n;

/**
 * A time-ordered id: a ULID (48 bit milliseconds, 80 bit random) in the form of a uuid, for PostgreSQL.
 * Within one process ids strictly rise, also inside one millisecond (ULID specification, monotonicity).
 */
export function newId(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    randomFillSync(random);
    lastTail = BigInt(`0x${random.toString("hex")}`) >> 1n;
  } else {
    lastTail += 1n + BigInt(Math.floor(Math.random() * 65_536));
  }
  const hex = lastMs.toString(16).padStart(12, "0") + lastTail.toString(16).padStart(20, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

type Prefix = "msg" | "evt" | "tok" | "acc" | "whk" | "req";

/** The form people and the wire see: `msg_` and 26 characters of ULID. */
export function publicId(prefix: Prefix, id: string): string {
  let rest = BigInt(`0x${id.replaceAll("-", "")}`);
  let text = "";
  for (let position = 0; position < 26; position += 1) {
    text = alphabet[Number(rest & 31n)] + text;
    rest >>= 5n;
  }
  return `${prefix}_${text}`;
}

/** Reads a public id back; undefined when it is none of this kind. */
export function parsePublicId(prefix: Prefix, text: string): string | undefined {
  const match = /^([a-z]+)_([0-7][0-9A-HJKMNP-TV-Z]{25})$/i.exec(text);
  if (match?.[1] !== prefix || match[2] === undefined) return undefined;
  let value = 0n;
  for (const character of match[2].toUpperCase()) value = (value << 5n) | (values.get(character) ?? 0n);
  const hex = value.toString(16).padStart(32, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
