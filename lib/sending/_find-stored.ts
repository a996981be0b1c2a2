import { and, eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import type { Actor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { pickEchoed } from "../core/echoed-contract";
import { provenTokensClause } from "../tokens/proven-tokens-clause";
import type { AdmittedMessage } from "./_admission";
import { rememberedOf } from "./_remembered-of";

/** Keys in one statement; what it returns is read in one go. */
const maxKeys = 2000;

/** A message that was stored under a key, with what its request was. */
export type StoredMessage = AdmittedMessage & { requestHash: string | null };

/**
 * Finds which of an active account's idempotency keys are used, and by what: a look-up for each 2,000 keys.
 * It takes no lock, and need not: a key once used stays with its message. Finds nothing for an actor whose
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
      for (const { idempotencyKey, ...message } of found) stored.set(idempotencyKey ?? "", message);
    }
  });
  return stored;
}

/**
 * A key at a time, each on the keys' index. An account that has just grown looks tiny to the planner, and for `=` any
 * of its indexes seems as good; only the keys' index has a range of keys in order, without a sort.
 */
function read(tx: Tx, actor: Actor, keys: string[]) {
  const { accountId } = actor;
  const token = rememberedOf({ actor });
  const found = tx
    .select()
    .from(messages)
    .where(
      sql`${messages.accountId} = ${accountId} and ${messages.idempotencyKey} between wanted.key and wanted.key`,
    )
    .orderBy(messages.idempotencyKey)
    .limit(1)
    .as("found");
  const { id, from, to, segments, encoding, credits, test, requestHash } = found;
  const { scheduledAt, firstScheduledAt, createdAt, idempotencyKey } = found;
  const answer = { id, from, to, segments, encoding, credits, test, requestHash };
  return tx
    .select({
      ...answer,
      ...pickEchoed(found),
      scheduledAt,
      firstScheduledAt,
      createdAt,
      idempotencyKey,
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
    .crossJoinLateral(found);
}
