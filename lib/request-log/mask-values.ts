import { maskNumber } from "../activity/mask-number";
import { knownFields } from "./_known-fields";

const maxDepth = 4;
const maxFields = 30;
const maxItems = 3;
/** Of the whole, in characters of JSON. */
const maxLength = 2000;

const numbers = new Set(["to", "number", "phone"]);
const senders = new Set(["from", "sender"]);
const times = new Set([
  "scheduled_at",
  "since",
  "until",
  "expires_at",
  "failed_since",
  "missing_since",
]);
const counts = new Set(["limit", "validity", "rate", "daily_limit", "grace_hours", "recipients"]);
/** Their values are words of ours, when they are right. */
const words = new Set(["status", "mode", "scopes", "events", "event", "test", "tool", "method"]);
/** Their members are named by customers. */
const free = new Set(["variables", "fields", "cells", "sample", "metadata"]);

const aNumber = /^\+?\d{5,15}$/;
const aName = /^(?=.*[A-Za-z])[A-Za-z0-9 .-]{1,11}$/;
const aTime = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]{4,15}(?:Z|[+-][\d:]{2,5})?)?$/;
const anId = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;
const aWord = /^[a-z][a-z_./]{0,39}(?:,[a-z][a-z_./]{0,39}){0,9}$/;
const aCount = /^\d{1,7}$/;

/**
 * The shape of what a request carried: names of fields that the API has, and of their values what cannot be a text, a complete
 * number, or a secret. Everything else becomes its length. Null when there is nothing to show.
 */
export function maskValues(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return null;
  const masked = maskObject(value, 0);
  return JSON.stringify(masked).length > maxLength ? { "[too large to show]": true } : masked;
}

function maskObject(value: object, depth: number): Record<string, unknown> {
  const known = knownFields();
  const names = Object.keys(value);
  const shown = names.filter((name) => known.has(name)).slice(0, maxFields);
  const entries = shown.map((name): [string, unknown] => [
    name,
    maskField(name, (value as Record<string, unknown>)[name], depth),
  ]);
  const others = names.length - shown.length;
  if (others > 0) entries.push([`[${others} other]`, true]);
  return Object.fromEntries(entries);
}

function maskField(name: string, value: unknown, depth: number): unknown {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return maskText(name, value);
  if (typeof value === "number") return maskText(name, String(value));
  if (typeof value !== "object") return "[unreadable]";
  if (Array.isArray(value)) return maskList(name, value, depth);
  const isClosed = free.has(name) || depth >= maxDepth;
  return isClosed ? `[${Object.keys(value).length} fields]` : maskObject(value, depth + 1);
}

function maskList(name: string, list: unknown[], depth: number): unknown {
  if (depth >= maxDepth) return `[${list.length} items]`;
  const first = list.slice(0, maxItems).map((item) => maskField(name, item, depth + 1));
  return list.length > maxItems ? [...first, `[${list.length - maxItems} more]`] : first;
}

function maskText(name: string, text: string): string {
  return shownOf(name, text) ?? `[${text.length} characters]`;
}

const shapes: readonly [ReadonlySet<string>, RegExp][] = [
  [senders, aName],
  [times, aTime],
  [counts, aCount],
  [words, aWord],
];

/** What may be shown of a text in a field; undefined for nothing but its length. */
function shownOf(name: string, text: string): string | undefined {
  if (text.length > 400) return undefined;
  const isNumber = (numbers.has(name) || senders.has(name)) && aNumber.test(text);
  if (isNumber) return maskNumber(text.replace("+", ""));
  const [, shape] = shapes.find(([names]) => names.has(name)) ?? [];
  if (shape) return shape.test(text) ? text : undefined;
  return name.endsWith("_id") && anId.test(text) ? text : undefined;
}
