import { and, type Column, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import { clockDriftMs, firstIdAt } from "../core/ids";
import type { MessageStatus } from "../messages/status";
import { listHeldRanges } from "../numbers/list-held-ranges";
import { allIds, type IdRange } from "../text-index/id-range";
import { findMessageId, findMessages, mentions } from "./_find-messages";
import { findNumber } from "./_find-number";

/** The filters of a list of messages. A message must match all of them. */
export interface MessageFilter {
  status?: MessageStatus[] | undefined;
  /** A complete number, or any part of one. */
  to?: string | undefined;
  from?: string | undefined;
  /** Part of the text, or a message ID or its beginning. */
  q?: string | undefined;
  /** What `q` finds, and part of the sender, an error code, or the beginning or end of a number. */
  search?: string | undefined;
  clientRef?: string | undefined;
  /** Members that its metadata has, by key. */
  metadata?: Record<string, string> | undefined;
  tokenId?: string | undefined;
  /** The campaign that they belong to. */
  sendId?: string | undefined;
  /** Why the message failed: Depesza's reason or the carrier's code. */
  reason?: string | undefined;
  /** The carrier's name. */
  carrier?: string | undefined;
  /** The country code of the recipient, as in "48". */
  country?: string | undefined;
  /** The operator as reported by the carrier; where none was reported, as derived from the number range. */
  operator?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
  test?: boolean | undefined;
}

interface FilterConditions {
  /** An index finds the messages in the order of their IDs. */
  byIndex: (SQL | undefined)[];
  /** Each message has to be looked at. */
  byRow: (SQL | undefined)[];
}

/** The conditions of a filter, all of which a message must match; the account is the caller's to add. */
export function filterMessages(filter: MessageFilter): FilterConditions {
  const { status, from, tokenId, reason, carrier, test } = filter;
  const number = filter.to === undefined ? undefined : findNumber(filter.to);
  const { id, text } = searchText(filter);
  return {
    byIndex: [
      id,
      number?.whole,
      given(messages.clientRef, filter.clientRef),
      given(messages.sendId, filter.sendId),
      filter.since && acceptedSince(filter.since),
      filter.until && acceptedBefore(filter.until),
      // Without a parameter, so that a prepared statement can use the index of test messages, too.
      test ? sql`${messages.test}` : undefined,
    ],
    byRow: [
      status && anyOf(messages.status, status),
      number?.part,
      given(messages.from, from),
      text,
      ...Object.entries(filter.metadata ?? {}).map(([key, value]) => hasMember(key, value)),
      given(messages.tokenId, tokenId),
      reason && or(eq(messages.reason, reason), eq(messages.carrierCode, reason)),
      given(messages.carrier, carrier),
      filter.country && sql`starts_with(${messages.to}, ${filter.country})`,
      filter.operator && carriedBy(filter.operator),
      test === false ? sql`not ${messages.test}` : undefined,
    ].map((condition) => condition || undefined),
  };
}

/** The IDs that messages of the filter's times can have. */
export function idsOf({ since, until }: MessageFilter): IdRange {
  return {
    low: since ? firstIdAt(since.getTime() - clockDriftMs) : allIds.low,
    high: until ? firstIdAt(until.getTime() + clockDriftMs) : allIds.high,
  };
}

/** What is searched for: by its index if it says that it is a message ID. */
function searchText({ q, search }: MessageFilter): {
  id?: SQL | undefined;
  text?: SQL | undefined;
} {
  const wanted = q ?? search;
  if (wanted === undefined) return {};
  const id = findMessageId(wanted);
  if (id) return { id };
  return { text: search === undefined ? mentions(wanted) : findMessages(wanted) };
}

function given(column: Column, value: unknown): SQL | undefined {
  return value === undefined ? undefined : eq(column, value);
}

/** A text, a number, or a truth value of the metadata, by how it is written; not once its time is over. */
function hasMember(key: string, value: string): SQL | undefined {
  const isKept = sql`${messages.bodyStorage} is distinct from 'until_sent'`;
  return and(sql`${messages.metadata} ->> ${key}::text = ${value}::text`, isKept);
}

/** As `operatorOf` names it. */
function carriedBy(operator: string): SQL | undefined {
  const { held, others } = listHeldRanges(operator);
  return or(
    sql`lower(${messages.operator}) = lower(${operator}::text)`,
    and(
      sql`${messages.operator} is null`,
      startsWithAny(held),
      others.length > 0 ? sql`not ${startsWithAny(others)}` : undefined,
    ),
  );
}

/** One look-up in a hashed list for each length there is, not a comparison for each range. */
function startsWithAny(prefixes: string[]): SQL {
  const lengths = [...new Set(prefixes.map(({ length }) => length))];
  const byLength = lengths.map((length) => {
    const list = `{${prefixes.filter((each) => each.length === length).join(",")}}`;
    return sql`left(${messages.to}, ${length}) = any(${list}::text[])`;
  });
  return byLength.length === 0 ? sql`false` : sql`(${sql.join(byLength, sql` or `)})`;
}

/** The bound on the id only spares the rows that are too old: it makes the scan end. */
function acceptedSince(time: Date): SQL | undefined {
  return and(gte(messages.createdAt, time), gte(messages.id, idsOf({ since: time }).low));
}

function acceptedBefore(time: Date): SQL | undefined {
  return and(lt(messages.createdAt, time), lt(messages.id, idsOf({ until: time }).high));
}
