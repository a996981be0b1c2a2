import { sql } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

/** The messages that are looked at. */
const lookedAt = 5000;

/**
 * How many of the newest 5000 messages from phones that an actor can see nobody has read. Throws forbidden without the
 * scope `read`.
 */
export async function countUnread({ actor }: { actor: Actor }): Promise<number> {
  demandPermission(actor, "read_messages");
  const { accountId, mode } = actor;
  const [row] = await db().execute<{ unread: number }>(sql`
    select count(*) filter (where read_at is null)::int as unread from (
      select read_at from ${inboundMessages}
      where account_id = ${accountId}::uuid
        and (${mode}::text is null or test = (${mode}::text = 'test'))
      order by id desc limit ${lookedAt}
    ) newest`);
  return row?.unread ?? 0;
}
