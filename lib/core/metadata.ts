import { isStorableText } from "./storable-text";

/** What a sender attaches to a message: JSON, with its members in the order that PostgreSQL gives them. */
export type Metadata = Record<string, unknown>;

/** Of its JSON in UTF-8. */
export const maxMetadataBytes = 4096;
export const maxMetadataDepth = 5;
export const maxKeyLength = 64;
/** Without leading zeros: so many a double keeps of any number. */
const maxFractionDigits = 15;

/** What is wrong with metadata: with all of it, or with one of its keys or values. */
export type MetadataProblem =
  | "not_an_object"
  | "too_large"
  | "too_deep"
  | "key"
  | "number"
  | "text";

class Unfit extends Error {
  readonly problem: MetadataProblem;

  constructor(problem: MetadataProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** What was read, or what is wrong with it. */
type Read = { metadata: Metadata } | { problem: MetadataProblem };

/**
 * Reads metadata from outside, or says what is wrong with it. Its members are brought into the order of `jsonb`, so that
 * the first response and one that is read from the database are the same byte for byte. However large or deep the value
 * is, no more than the permitted size of it is looked at.
 */
export function readMetadata(value: unknown): Read {
  if (!isObject(value)) return { problem: "not_an_object" };
  try {
    const metadata = orderedObject(value, { depth: 1, budget: { bytes: maxMetadataBytes } });
    const isTooLarge = encoder.encode(JSON.stringify(metadata)).length > maxMetadataBytes;
    return isTooLarge ? { problem: "too_large" } : { metadata };
  } catch (error) {
    if (error instanceof Unfit) return { problem: error.problem };
    throw error;
  }
}

/** Whether a text can be a key: of 1 to 64 characters, and such that a filter of a URL can name it. */
export function isMetadataKey(key: string): boolean {
  const isFit = key !== "" && key !== "__proto__" && key.length <= maxKeyLength;
  return isFit && isStorableText(key) && !/[[\]]/.test(key);
}

/** A key and the value it must have, as people write them: `order=1042`. Null for anything else. */
export function readMember(text: string): { key: string; value: string } | null {
  const end = text.indexOf("=");
  const key = text.slice(0, Math.max(end, 0)).trim();
  const value = text.slice(end + 1).trim();
  return isMetadataKey(key) && value !== "" ? { key, value } : null;
}

const encoder = new TextEncoder();

interface Place {
  depth: number;
  /** What may still come, counted in characters: never more than the bytes they take. */
  budget: { bytes: number };
}

function ordered(value: unknown, place: Place): unknown {
  spend(place, 1);
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return fitText(value, place);
  if (typeof value === "number") return fitNumber(value);
  if (place.depth >= maxMetadataDepth) throw new Unfit("too_deep");
  const inner = { ...place, depth: place.depth + 1 };
  if (Array.isArray(value)) {
    spend(place, value.length);
    return value.map((item) => ordered(item, inner));
  }
  if (isObject(value)) return orderedObject(value, inner);
  throw new Unfit("not_an_object");
}

function orderedObject(value: Metadata, place: Place): Metadata {
  const keys: string[] = [];
  for (const key of Object.keys(value)) {
    spend(place, key.length + 3);
    if (!isMetadataKey(key)) throw new Unfit("key");
    keys.push(key);
  }
  return Object.fromEntries(inJsonbOrder(keys).map((key) => [key, ordered(value[key], place)]));
}

/** As `jsonb` keeps members: shorter keys first, in bytes of UTF-8, and those of a length by their bytes. */
function inJsonbOrder(keys: string[]): string[] {
  if (keys.length < 2) return keys;
  const encoded = keys.map((key) => ({ key, bytes: encoder.encode(key) }));
  return encoded.toSorted((a, b) => compareBytes(a.bytes, b.bytes)).map(({ key }) => key);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  const place = a.findIndex((byte, at) => byte !== b[at]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

function fitText(text: string, place: Place): string {
  spend(place, text.length + 1);
  if (!isStorableText(text)) throw new Unfit("text");
  return text;
}

/**
 * Larger integers, and fractions with more digits than every double has, may have lost some by now, and what is written with
 * an exponent grows when it is stored.
 */
function fitNumber(number: number): number {
  const isExact = Number.isInteger(number) ? Number.isSafeInteger(number) : isExactFraction(number);
  if (!isExact || String(number).includes("e")) throw new Unfit("number");
  return number;
}

function isExactFraction(number: number): boolean {
  const digits = String(number).replace(/\D/g, "").replace(/^0+/, "");
  return Number.isFinite(number) && digits.length <= maxFractionDigits;
}

function spend({ budget }: Place, bytes: number): void {
  budget.bytes -= bytes;
  if (budget.bytes < 0) throw new Unfit("too_large");
}

function isObject(value: unknown): value is Metadata {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
