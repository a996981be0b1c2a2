import { sql } from "drizzle-orm";
import type { RememberedToken } from "../core/actor";
import type { Tx } from "../core/db";
import { pickEchoed } from "../core/echoed-contract";
import { newId } from "../core/ids";
import { chargeClauses } from "../credits/charge-clauses";
import { insertMessagesClause, type NewMessageRow } from "../messages/insert-messages-clause";
import { sourceOf } from "../messages/source-of";
import { anyOptedOutClause } from "../opt-outs/opted-out-clause";
import { provenTokensClause } from "../tokens/remembered-token-clause";
import type { Admission, AdmittedMessage } from "./_admission";
import { newMessageRow } from "./new-message-row";

/**
 * Charges an account for a batch and stores it, all in one statement and one round trip. Undefined, and
 * nothing done, when the account is suspended or cannot pay for the whole batch, or a recipient has opted
 * out; a used idempotency key is the database's unique violation. The clock is the database's, so that no process is ahead of the queue.
 */
export async function storeMessages(
  accountId: string,
  batch: Admission[],
  tx: Tx,
): Promise<AdmittedMessage[] | undefined> {
  const rows = batch.map((admission) => toColumns(accountId, admission));
  const charge = {
    accountId,
    id: newId(),
    credits: batch.reduce((sum, { credits }) => sum + credits, 0),
    unless: sql`(${anyOptedOutClause(
      accountId,
      batch.map(({ input }) => input),
    )} or not ${provenTokensClause(batch.flatMap(rememberedOf))})`,
  };
  const [stored] = await tx.execute<{ now: string }>(sql`
    with ${chargeClauses(charge)}, clock as (
      select date_trunc('milliseconds', now()) as now
    ), ${insertMessagesClause({ accountId, chargeId: charge.id, rows })}
    select clock.now from moved, clock`);
  if (!stored) return undefined;
  const now = new Date(stored.now);
  return batch.map((admission, position) => toAdmitted(admission, rows[position]?.id ?? "", now));
}

/** The token of a message that nobody has looked up for it. */
export function rememberedOf({ actor }: Admission): RememberedToken[] {
  return actor.kind === "token" && actor.remembered ? [actor.remembered] : [];
}

function toColumns(accountId: string, { input, actor, ...admission }: Admission): NewMessageRow {
  return newMessageRow({
    ...admission,
    ...input,
    accountId,
    tokenId: actor.kind === "token" ? actor.tokenId : null,
    source: sourceOf(actor),
    test: actor.mode === "test",
  });
}

function toAdmitted(
  { actor, input, encoding, segments, credits }: Admission,
  id: string,
  now: Date,
): AdmittedMessage {
  const { from, to, scheduledAt } = input;
  return {
    id,
    from,
    to,
    segments,
    encoding,
    credits,
    scheduledAt: scheduledAt && scheduledAt > now ? scheduledAt : null,
    firstScheduledAt: null,
    createdAt: now,
    ...pickEchoed(input),
    test: actor.mode === "test",
  };
}
