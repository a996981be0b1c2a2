import { sql } from "drizzle-orm";
import { messageCallbacks, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { maxCallbackHosts } from "./save-callback";

const accountsAtOnce = 20;

/**
 * Marks the hosts that no stored callback names as deleted, in accounts that have used up half of what they may have. Such a
 * host counts no more, what still waits for it is delivered all the same, and the next message that names it takes it back.
 */
export async function sweepCallbackHosts(): Promise<void> {
  const crowded = await db().execute<{ account_id: string }>(sql`
    select account_id from ${webhookEndpoints} where kind = 'callback' and deleted_at is null
    group by account_id having count(*) >= ${maxCallbackHosts / 2} order by random() limit ${accountsAtOnce}`);
  const now = (await databaseNow()).toISOString();
  for (const { account_id: id } of crowded) {
    await db().execute(sql`
      update ${webhookEndpoints} host set deleted_at = ${now}::timestamptz
      where host.account_id = ${id}::uuid and host.kind = 'callback' and host.deleted_at is null
        and not host.id = any(array(
          select distinct endpoint_id from ${messageCallbacks} where account_id = ${id}::uuid))`);
  }
}
