import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { countedColumns, countMovedClause } from "../traffic/count-moved-clause";
import type { StatusAfter } from "./status";

/** What becomes of a message that a carrier may have, by whether the carrier takes it a second time. */
const becomes: Record<"again" | "unsure", StatusAfter<"sending">> = {
  again: "queued",
  unsure: "unknown",
};

/** The messages in a worker's hands, and those of them whose worker died. */
export const leased = sql`status = 'sending'`;
export const lost = sql`lease_until < now()`;

interface Recovery {
  accountId: string;
  /** The carriers that take a message twice without sending it twice. */
  dedupingCarriers: string[];
}

/**
 * Takes an account's messages back from workers that died: they are queued again where that sends nothing twice, and
 * `unknown` elsewhere. Returns them.
 */
export async function recoverMessages(
  { accountId, dedupingCarriers }: Recovery,
  tx: Tx,
): Promise<{ id: string; test: boolean }[]> {
  const now = await databaseNow(tx);
  return tx.execute<{ id: string; test: boolean }>(sql`
    with moved as (
    update ${messages} set
      status = case when carrier is null or carrier = any(${`{${dedupingCarriers.join(",")}}`}::text[])
        then ${becomes.again} else ${becomes.unsure} end,
      due_at = ${now.toISOString()}, wait_reason = 'worker_lost', lease_id = null, lease_until = null
    where account_id = ${accountId} and ${leased} and ${lost}
    returning id, ${countedColumns}
    ), counted as (${countMovedClause({ accountId, was: sql`'sending'` })})
    select id, test from moved`);
}
