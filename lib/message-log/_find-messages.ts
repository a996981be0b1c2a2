import { and, type Column, eq, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { idRange, parsePublicId } from "../core/ids";
import { searchedDigits } from "../sms/searched-digits";
import { accentFoldingPattern, asciiFolded, isPlain } from "../text-index/fold-accents";
import { findNumberEdge } from "./_find-number";

/** What somebody may have at hand in an incident: a text, a number, a sender, an error code, a message ID, or a part of one. */
export function findMessages(text: string): SQL | undefined {
  const digits = searchedDigits(text);
  const { reason, carrierCode } = findCodes(text);
  return or(
    mentions(text),
    has(messages.from, text),
    reason,
    carrierCode,
    ...(digits === undefined ? [] : findNumberEdge(digits)),
  );
}

/** Messages that failed with this reason or code, each of which an index finds. */
export function findCodes(text: string): { reason: SQL; carrierCode: SQL } {
  const code = text.trim().toLowerCase().replaceAll(" ", "_");
  return {
    reason: eq(messages.reason, code),
    carrierCode: sql`lower(${messages.carrierCode}) = lower(${text.trim()}::text)`,
  };
}

/** Part of the text without regard to case and accents, or the beginning of a message ID. */
export function mentions(text: string): SQL | undefined {
  // A text that is not to be kept is found no more than it is shown.
  return or(inIdRange(text), and(isNull(messages.bodyStorage), has(messages.body, text)));
}

/** The message ID that a text says it is, or the beginning of one; undefined when it can be anything else, too. */
export function findMessageId(text: string): SQL | undefined {
  const id = parsePublicId("msg", text);
  if (id) return eq(messages.id, id);
  return /^msg_[0-7]/i.test(text.trim()) ? inIdRange(text) : undefined;
}

function inIdRange(text: string): SQL | undefined {
  const range = idRange("msg", text.trim());
  return range && and(gte(messages.id, range.from), lte(messages.id, range.to));
}

/**
 * A regular expression takes several times the time of a plain search, which does where there is no letter to fold, and
 * for texts in ASCII, whose letters have but their case.
 */
function has(column: Column, text: string): SQL {
  if (isPlain(text)) return sql`strpos(${column}, ${text}::text) > 0`;
  const byPattern = sql`${column} collate "C" ~ ${accentFoldingPattern(text)}`;
  const ascii = asciiFolded(text);
  if (ascii === undefined) return byPattern;
  return sql`case when octet_length(${column}) = length(${column})
    then strpos(lower(${column} collate "C"), ${ascii}::text) > 0 else ${byPattern} end`;
}
