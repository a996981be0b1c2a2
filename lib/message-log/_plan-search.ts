import { and, desc, eq, type SQL } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { idRange } from "../core/ids";
import { searchedDigits } from "../sms/searched-digits";
import { isIndexed, type SearchedText, type TextConditions } from "../text-index/find-blocks";
import type { IdRange } from "../text-index/id-range";
import type { MessageFilter } from "./_filter-messages";
import { findCodes, findMessageId } from "./_find-messages";
import { searchedSpellings, spellings } from "./_find-number";

/** So many messages with an error code are looked up; one that more have is found soon by reading. */
const maxWithCode = 200;

interface SearchPlan {
  /** What a message must have, in its text, its sender, its number, or its metadata. */
  texts: TextConditions;
  /** Messages that may match without. */
  always: IdRange[];
}

/**
 * How the index of texts helps with a filter: each message that matches has one of the texts of each list, or is in a
 * range of IDs. Null where it does not help: no text, fewer than three characters, or a filter with a better index.
 */
export async function planSearch(
  accountId: string,
  filter: MessageFilter,
): Promise<SearchPlan | null> {
  const { q, search, to, clientRef, sendId } = filter;
  const text = q ?? search;
  const number = to === undefined ? [] : searchedSpellings(to);
  const hasBetter = clientRef !== undefined || sendId !== undefined || number === null;
  if (hasBetter || (text !== undefined && findMessageId(text))) return null;
  const lists = [textsOf(filter), recipients(number), ...membersOf(filter)];
  const texts = lists.filter(({ length }) => length > 0);
  if (!isIndexed(texts)) return null;
  const ids = idRange("msg", text?.trim() ?? "");
  const named = ids ? [{ low: ids.from, high: ids.to }] : [];
  if (text === undefined || q !== undefined) return { texts, always: named };
  const coded = await listWithCode(accountId, text);
  return coded && { texts, always: [...named, ...coded] };
}

/** What a text that is searched for may be, and where. */
function textsOf({ q, search }: MessageFilter): SearchedText[] {
  if (q !== undefined) return [{ text: q, field: "body" }];
  if (search === undefined) return [];
  const digits = searchedDigits(search);
  return [
    { text: search, field: "body" },
    { text: search, field: "sender" },
    ...recipients(digits === undefined ? [] : spellings(digits)),
  ];
}

/** Each member that its metadata must have, as the index names it. */
function membersOf({ metadata = {} }: MessageFilter): SearchedText[][] {
  return Object.entries(metadata).map(([key, value]) => [
    { text: `${key}=${value}`, field: "member" },
  ]);
}

function recipients(digits: string[]): SearchedText[] {
  return digits.map((text) => ({ text, field: "recipient" }));
}

/** Null if too many have it. */
async function listWithCode(accountId: string, text: string): Promise<IdRange[] | null> {
  const { reason, carrierCode } = findCodes(text);
  const found = await Promise.all([reason, carrierCode].map((each) => listIds(accountId, each)));
  const ids = found.flat();
  if (ids.length > maxWithCode) return null;
  return ids.map((id) => ({ low: id, high: id }));
}

async function listIds(accountId: string, condition: SQL): Promise<string[]> {
  const rows = await db()
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), condition))
    .orderBy(desc(messages.id))
    .limit(maxWithCode + 1);
  return rows.map(({ id }) => id);
}
