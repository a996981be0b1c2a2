import { and, eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import type { AdmittedMessage } from "./_admission";

/** Keys in one statement; what it returns is read in one go. */
const maxKeys = 2000;

/** A message that was stored under a key, with what its request was. */
export type StoredMessage = AdmittedMessage & { requestHash: string | null };

/**
 * Finds which of an active account's idempotency keys are used, and by what: a look-up for each 2,000 keys.
 * It takes no lock, and need not: a key once used stays with its message.
 */
export async function findStored(
  accountId: string,
  keys: string[],
): Promise<Map<string, StoredMessage>> {
  const stored = new Map<string, StoredMessage>();
  for (let first = 0; first < keys.length; first += maxKeys) {
    for (const { idempotencyKey, ...message } of await read(
      accountId,
      keys.slice(first, first + maxKeys),
    )) {
      stored.set(idempotencyKey ?? "", message);
    }
  }
  return stored;
}

/** A key at a time, so that each look-up is on the keys' index, whatever the planner believes of the table. */
function read(accountId: string, keys: string[]) {
  const found = db()
    .select()
    .from(messages)
    .where(sql`${messages.accountId} = ${accountId} and ${messages.idempotencyKey} = wanted.key`)
    .limit(1)
    .as("found");
  const { id, from, to, segments, encoding, credits, test, clientRef, requestHash } = found;
  const { scheduledAt, firstScheduledAt, createdAt, idempotencyKey } = found;
  const answer = { id, from, to, segments, encoding, credits, test, clientRef, requestHash };
  return db()
    .select({ ...answer, scheduledAt, firstScheduledAt, createdAt, idempotencyKey })
    .from(sql`unnest(${`{${keys.join(",")}}`}::uuid[]) as wanted(key)`)
    .innerJoin(accounts, and(eq(accounts.id, accountId), eq(accounts.status, "active")))
    .crossJoinLateral(found);
}
