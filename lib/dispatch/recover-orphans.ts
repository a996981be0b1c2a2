import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { dedupingCarriers } from "../carriers/choose-carrier";
import { db } from "../core/db";
import { log } from "../core/log";
import { recordEvents } from "../messages/record-events";
import { leased, lost, recoverMessages } from "../messages/recover-messages";
import { accountsWithWork } from "../queue/accounts-with-work";
import { publishChange } from "../queue/notice";

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
    const rows = await recoverMessages({ accountId, dedupingCarriers: dedupingCarriers() }, tx);
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
  publishChange(accountId, ids);
  return ids.length;
}
