import { and, desc, eq, gte, lt, or, sql } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { type Actor, demandPermission } from "../core/actor";
import { readDb } from "../core/db";
import { firstIdAt, parsePublicId, publicId } from "../core/ids";
import { readInTurn } from "../core/limits/read-in-turn";
import { toInboundView, visibleInbound } from "./_inbound-view";
import type { InboundView } from "./contract";

export interface InboundFilter {
  since?: Date | undefined;
  until?: Date | undefined;
  test?: boolean | undefined;
  /** A part of the text or of the sender, whatever the case; of a number, any of its digits in a row. */
  search?: string | undefined;
  /** Older than this message, `inb_…`; what is none begins with the newest. */
  before?: string | undefined;
}

/** Received messages, newest first. */
export interface InboundMatches {
  data: InboundView[];
  /** Older messages than this one are left; null at the end. */
  olderThan: string | null;
  /** Whether the search stopped there before it had filled the page. */
  isSoFar: boolean;
}

/** Looked at for one page, so that a search in a long list stays quick; the next page goes on from there. */
const maxLookedAt = 5000;

/**
 * A page of the received messages that an actor can see and that match all of a filter. Throws forbidden without the
 * scope `read`.
 */
export async function searchInbound({
  actor,
  input: { limit, ...filter },
}: {
  actor: Actor;
  input: InboundFilter & { limit: number };
}): Promise<InboundMatches> {
  demandPermission(actor, "read_messages");
  return readInTurn(actor.accountId, async () => {
    const inRange = rangeOf(actor, filter);
    const { id } = inboundMessages;
    const lookedAt = readDb()
      .select({ id })
      .from(inboundMessages)
      .where(inRange)
      .orderBy(desc(id))
      .limit(maxLookedAt)
      .as("looked_at");
    const rows = await readDb()
      .select()
      .from(inboundMessages)
      .innerJoin(lookedAt, eq(lookedAt.id, id))
      .where(matches(filter.search))
      .orderBy(desc(id))
      .limit(limit + 1);
    const data = rows.slice(0, limit).map((row) => toInboundView(row.inbound_messages));
    if (rows.length > limit) {
      return { data, olderThan: data.at(-1)?.message_id ?? null, isSoFar: false };
    }
    const [last] = await readDb()
      .select({ id })
      .from(inboundMessages)
      .where(inRange)
      .orderBy(desc(id))
      .offset(maxLookedAt - 1)
      .limit(1);
    return { data, olderThan: last ? publicId("inb", last.id) : null, isSoFar: last !== undefined };
  });
}

function rangeOf(actor: Actor, { since, until, test, before }: InboundFilter) {
  const { id } = inboundMessages;
  const place = before === undefined ? undefined : parsePublicId("inb", before);
  return and(
    visibleInbound(actor),
    test === undefined ? undefined : eq(inboundMessages.test, test),
    since && gte(id, firstIdAt(since.getTime())),
    until && lt(id, firstIdAt(until.getTime())),
    place === undefined ? undefined : lt(id, place),
  );
}

function matches(search: string | undefined) {
  if (search === undefined) return undefined;
  const { body, from } = inboundMessages;
  const digits = search.replace(/[\s()+.-]/g, "");
  return or(
    sql`strpos(lower(${body}), lower(${search})) > 0`,
    sql`strpos(lower(${from}), lower(${search})) > 0`,
    /^\d+$/.test(digits) ? sql`strpos(${from}, ${digits}) > 0` : undefined,
  );
}
