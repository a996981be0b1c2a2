import { and, eq, not, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { idempotencyKeys, messages } from "@/drizzle/schema/messages";
import type { Actor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { pickEchoed } from "../core/echoed-contract";
import { keyIsOver } from "../messages/key-is-over";
import { provenTokensClause } from "../tokens/proven-tokens-clause";
import type { AdmittedMessage } from "./_admission";
import { rememberedOf } from "./_remembered-of";

/** Keys in one statement; what it returns is read in one go. */
const maxKeys = 2000;

/** A message that was stored under a key, with what its request was. */
export type StoredMessage = AdmittedMessage & {
  requestHash: string | null;
  verificationId: string | null;
};

/**
 * Finds which of an active account's idempotency keys are used, and by what: a look-up for each 2,000 keys.
 * It takes no lock, and need not: a key that is used stays with its message for its time. Finds nothing for an actor whose
 * remembered token is not confirmed.
 */
export async function findStored(
  actor: Actor,
  keys: string[],
): Promise<Map<string, StoredMessage>> {
  const stored = new Map<string, StoredMessage>();
  if (keys.length === 0) return stored;
  await db().transaction(async (tx) => {
    // A plan kept from when the table was tiny would scan it once a key, and one that sorts would scan the account.
    await tx.execute(
      sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_sort', 'off', true)`,
    );
    for (let first = 0; first < keys.length; first += maxKeys) {
      const found = await read(tx, actor, keys.slice(first, first + maxKeys));
      for (const { key, ...message } of found) stored.set(key, message);
    }
  });
  return stored;
}

/**
 * A key at a time, each on the keys' index, and its message on the messages' key. An account that has just grown looks
 * tiny to the planner, and for `=` any of its indexes seems as good; only these have a range of them in order, without a
 * sort.
 */
function read(tx: Tx, actor: Actor, keys: string[]) {
  const { accountId } = actor;
  const token = rememberedOf({ actor });
  const used = tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.accountId, accountId),
        sql`${idempotencyKeys.key} between wanted.key and wanted.key`,
        not(keyIsOver({ madeAt: sql`${idempotencyKeys.createdAt}` })),
      ),
    )
    .orderBy(idempotencyKeys.key)
    .limit(1)
    .as("used");
  const found = tx
    .select()
    .from(messages)
    .where(
      sql`${messages.accountId} = ${accountId} and ${messages.id} between ${used.messageId} and ${used.messageId}`,
    )
    .orderBy(messages.id)
    .limit(1)
    .as("found");
  const { id, from, to, segments, encoding, credits, test, bodyStorage } = found;
  const { scheduledAt, firstScheduledAt, createdAt, verificationId } = found;
  return tx
    .select({
      ...{ id, from, to, segments, encoding, credits, test, bodyStorage },
      ...pickEchoed(found),
      ...{ scheduledAt, firstScheduledAt, createdAt, verificationId },
      ...{ key: used.key, requestHash: used.requestHash },
    })
    .from(sql`unnest(${`{${keys.join(",")}}`}::uuid[]) as wanted(key)`)
    .innerJoin(
      accounts,
      and(
        eq(accounts.id, accountId),
        eq(accounts.status, "active"),
        token && provenTokensClause([token]),
      ),
    )
    .crossJoinLateral(used)
    .crossJoinLateral(found);
}
