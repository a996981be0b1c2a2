import { summarizeError } from "./summarize-error";

const maxText = 300;
/** Names of what customers, or others about them, have written. */
const foreign = /^(authorization|body|detail|email|from|key|number|password|secret|to|token|url)$/;
const maxLineBytes = 4096;

/** The fields of a log line: short texts, numbers, times, and errors in summary. */
export function safeFields(fields: Record<string, unknown>): Record<string, unknown> {
  const ours = Object.entries(fields).filter(([name]) => !foreign.test(name));
  return Object.fromEntries(ours.map(([name, value]) => [name, safe(name, value)]));
}

function safe(name: string, value: unknown): unknown {
  if (value instanceof Date) return value;
  if (name === "err" || (typeof value === "object" && value !== null)) return summarizeError(value);
  return typeof value === "string" ? value.slice(0, maxText) : value;
}

/** A line that is too long all the same keeps its beginning: when it was, how bad, and what it is about. */
export function boundLine(line: string): string {
  if (line.length <= maxLineBytes / 4 || Buffer.byteLength(line) <= maxLineBytes) return line;
  const { level, time, msg } = JSON.parse(line) as Record<string, unknown>;
  const shown = String(msg).slice(0, maxText);
  return `${JSON.stringify({ level, time, cutFromBytes: Buffer.byteLength(line), msg: shown })}\n`;
}
