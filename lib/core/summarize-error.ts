import { createHash } from "node:crypto";
import { harmlessMessage } from "./_harmless-message";

/** What a log line may say of an error: what it is and where it came from, nothing of what it was about. */
export interface ErrorSummary {
  name: string;
  /** A SQLSTATE, a code of the system, or one of the library's. */
  code?: string;
  /** Only a sentence known to hold no value. */
  message?: string;
  /** The SQL statement that failed, by what it does and a hash of its text. */
  statement?: string;
  table?: string;
  column?: string;
  constraint?: string;
  /** What Next shows to the reader of a page that failed. */
  digest?: string;
  stack?: string[];
  cause?: ErrorSummary;
  errors?: ErrorSummary[];
}

const maxCauses = 4;
const maxErrors = 4;
const maxFrames = 6;
// A field says what it should only if it looks like that.
const className = /^[A-Za-z]{1,60}$/;
const identifier = /^[a-z_][a-z0-9_]{0,62}$/;
const code = /^([A-Za-z_]{1,40}|[A-Z][A-Z0-9_]{2,39}|[0-9A-Z]{5}|\d{3})$/;
const number = /^\d{1,20}$/;

/**
 * Summarizes anything thrown for the log, in at most 3 KB. Messages of libraries and databases quote what they were
 * given (a query's parameters, a row, a URL, an address), so none gets in that is not known to be harmless.
 */
export function summarizeError(error: unknown, depth = 0): ErrorSummary {
  if (!(error instanceof Error)) return { name: typeof error };
  const fields = error as unknown as Record<string, unknown>;
  const cause = depth < maxCauses && fields["cause"];
  const errors = depth === 0 && Array.isArray(fields["errors"]) && fields["errors"];
  return withoutUndefined({
    name: textOf(fields["name"], className) ?? "Error",
    // A mail server says its code in numbers.
    code: textOf(fields["code"] ?? fields["responseCode"], code),
    message: harmlessMessage(fields),
    statement: statementName(fields["query"]),
    table: textOf(fields["table"], identifier),
    column: textOf(fields["column"], identifier),
    constraint: textOf(fields["constraint"], identifier),
    digest: textOf(fields["digest"], number),
    stack: depth < 2 ? ownFrames(fields) : undefined,
    cause: cause ? summarizeError(cause, depth + 1) : undefined,
    errors: errors
      ? errors.slice(0, maxErrors).map((each) => summarizeError(each, maxCauses))
      : undefined,
  });
}

function withoutUndefined(summary: { [Key in keyof ErrorSummary]: ErrorSummary[Key] | undefined }) {
  const present = Object.entries(summary).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as ErrorSummary;
}

function textOf(value: unknown, pattern: RegExp): string | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return pattern.test(text) ? text : undefined;
}

/** What a statement writes, else what it reads first: `insert messages 3f2a91c4`. Its text is ours, its values are not in it. */
function statementName(query: unknown): string | undefined {
  if (typeof query !== "string") return undefined;
  const hash = createHash("sha256").update(query).digest("hex").slice(0, 8);
  const written = /(?<!for |do )\b(insert|update|delete)\s+(?:into\s+|from\s+)?"?([a-z_]{1,63})\b/i;
  const read = /^\s*([a-z]{1,20})\b(?:[\s\S]*?\bfrom\s+"?([a-z_]{1,63})\b)?/i;
  const [, verb = "", table = ""] = written.exec(query) ?? read.exec(query) ?? [];
  return [verb.toLowerCase(), table, hash].filter(Boolean).join(" ");
}

const frame =
  /^\s+at (?:async )?(?:([\w$.<>]{1,60})(?: \[as [\w$]{1,60}\])? \()?(?:file:\/\/)?\/\S*?\/((?:dist|lib|app|\.next|scripts|components)\/[\w./()[\]@~-]{1,90}:\d+:\d+)\)?$/;

/** Where it came from, in our own code. The message at the head of a stack may imitate frames, so it is cut off first. */
function ownFrames({ stack, message }: Record<string, unknown>): string[] | undefined {
  if (typeof stack !== "string") return undefined;
  const at = typeof message === "string" ? stack.indexOf(message) : -1;
  const traced = at === -1 ? stack : stack.slice(at + String(message).length);
  const frames = traced
    .split("\n")
    .slice(-Error.stackTraceLimit)
    .flatMap((line) => {
      const [, name, place] = frame.exec(line) ?? [];
      return place ? [name ? `${name} ${place}` : place] : [];
    });
  return frames.length > 0 ? frames.slice(0, maxFrames) : undefined;
}
