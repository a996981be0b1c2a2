import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { noSuchMessage, readMessageId } from "./read-message-id";

/**
 * Whose message this is, by the ID on the wire. Throws not_found, and forbidden unless the actor is an administrator.
 */
export async function ownerOfMessage({
  actor,
  input,
}: {
  actor: Actor;
  input: { messageId: string };
}): Promise<{ id: string; accountId: string }> {
  demandAdmin(actor);
  const id = readMessageId(input.messageId);
  // One look-up by the whole key for each account: there are far fewer of them than messages.
  const [row] = await db().execute<{ account_id: string }>(sql`
    select a.id as account_id from ${accounts} a
    cross join lateral (
      select 1 from ${messages} m where m.account_id = a.id and m.id = ${id}::uuid offset 0
    ) as theirs
    limit 1`);
  if (!row) throw noSuchMessage();
  return { id, accountId: row.account_id };
}
