import { sql } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

/** A phone that wrote to an account, with its newest message. */
export interface Conversation {
  phone: string;
  body: string;
  /** When its text was erased; null before. */
  erasedAt: string | null;
  receivedAt: string;
  unread: number;
}

/** The messages that are looked at, and the phones that are listed. */
const lookedAt = 5000;
const listed = 200;

/**
 * The phones behind the newest 5000 messages that an actor can see, at most 200, who wrote last first. Throws forbidden
 * without `read_messages`.
 */
export async function listConversations({ actor }: { actor: Actor }): Promise<Conversation[]> {
  demandPermission(actor, "read_messages");
  const { accountId, mode } = actor;
  const rows = await db().execute<{
    phone: string;
    body: string;
    body_erased_at: string | null;
    received_at: string;
    unread: number;
  }>(sql`
    with newest as (
      select id, sender, body, body_erased_at, received_at, read_at from ${inboundMessages}
      where account_id = ${accountId}::uuid
        and (${mode}::text is null or test = (${mode}::text = 'test'))
      order by id desc limit ${lookedAt}
    ), phones as (
      select distinct on (sender) id, sender as phone, body, body_erased_at, received_at,
        count(*) filter (where read_at is null) over (partition by sender) as unread
      from newest order by sender, id desc
    )
    select phone, body, body_erased_at, received_at, unread::int from phones order by id desc limit ${listed}`);
  return rows.map(({ received_at, body_erased_at: erasedAt, ...row }) => ({
    ...row,
    erasedAt: erasedAt && new Date(erasedAt).toISOString(),
    receivedAt: new Date(received_at).toISOString(),
  }));
}
