import { and, desc, eq, gte, lt } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { type Actor, demandPermission } from "../core/actor";
import { readDb } from "../core/db";
import { firstIdAt, parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { readInTurn } from "../core/limits/read-in-turn";
import { toInboundView, visibleInbound } from "./_inbound-view";
import type { InboundView, ListInboundQuery } from "./contract";
import { inboundSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: ListInboundQuery;
}

/**
 * The messages from phones that an actor can see and that match all filters, newest first; a token gets those of its own
 * mode. IDs rise with time, so the last one is the place of the next page. Throws invalid_request, and forbidden without
 * the permission `read_messages`.
 */
export async function listInbound({ actor, input }: Wanted): Promise<{
  data: InboundView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_messages");
  const { from, to, since, until, limit, cursor } = input;
  const before = cursor === undefined ? undefined : readCursor(cursor);
  const { id } = inboundMessages;
  const rows = await readInTurn(actor.accountId, () =>
    readDb()
      .select()
      .from(inboundMessages)
      .where(
        and(
          visibleInbound(actor),
          from === undefined ? undefined : eq(inboundMessages.from, from),
          to === undefined ? undefined : eq(inboundMessages.to, to),
          since && gte(id, firstIdAt(since.getTime())),
          until && lt(id, firstIdAt(until.getTime())),
          before === undefined ? undefined : lt(id, before),
        ),
      )
      .orderBy(desc(id))
      .limit(limit + 1),
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(toInboundView),
    nextCursor: last ? publicId("inb", last.id) : null,
  };
}

function readCursor(cursor: string): string {
  const id = parsePublicId("inb", cursor);
  if (!id) throw invalidFields({ cursor: [inboundSentences.wrongCursor] });
  return id;
}
