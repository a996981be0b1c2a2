import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { dedupingCarriers } from "../carriers/choose-carrier";
import { db } from "../core/db";
import { log } from "../core/log";
import { recordEvents } from "../messages/record-events";
import type { StatusAfter } from "../messages/status";
import { accountsWithWork } from "../queue/accounts-with-work";
import { announce } from "../queue/notice";

const leased = sql`status = 'sending'`;
/** What becomes of a message that a carrier may have, by whether the carrier takes it a second time. */
const becomes: Record<"again" | "unsure", StatusAfter<"sending">> = {
  again: "queued",
  unsure: "unknown",
};
const lost = sql`lease_until < now()`;

/**
 * Takes back messages whose worker died between claim and settlement. A carrier that dedupes on our id
 * is asked again; with any other the message is `unknown` until its receipt comes. Returns how many.
 */
export async function recoverOrphans(): Promise<number> {
  let recovered = 0;
  const order = sql`lease_until`;
  const accounts = await accountsWithWork({ table: messages, open: leased, due: lost, order });
  for (const accountId of accounts) {
    recovered += await recoverAccount(accountId);
  }
  if (recovered > 0) log().warn({ messages: recovered }, "took back messages of a lost worker");
  return recovered;
}

async function recoverAccount(accountId: string): Promise<number> {
  const ids = await db().transaction(async (tx) => {
    // `carrier` is only known from an earlier attempt; the first one always goes to a deduping carrier.
    const rows = await tx.execute<{ id: string; test: boolean; status: string }>(sql`
      update ${messages} set
        status = case when carrier is null or carrier = any(${`{${dedupingCarriers().join(",")}}`}::text[])
          then ${becomes.again} else ${becomes.unsure} end,
        due_at = now(), wait_reason = 'worker_lost', lease_id = null, lease_until = null
      where account_id = ${accountId} and ${leased} and ${lost}
      returning id, test, status`);
    const events = rows.map(({ id, test }) => {
      return {
        messageId: id,
        test,
        type: "deferred",
        source: "worker" as const,
        reason: "worker_lost",
      };
    });
    await recordEvents(accountId, events, tx);
    return rows.map(({ id }) => id);
  });
  announce(accountId, ids);
  return ids.length;
}
