import { db } from "../core/db";
import { codeOf } from "../core/to-app-error";
import { publishChange } from "../queue/notice";
import type { Admission, Admitted, AdmittedMessage } from "./_admission";
import { admitInOrder } from "./_admit-in-order";
import { storeMessages } from "./_store-messages";

/** Most messages one commit admits; more would only make the account's other senders wait longer. */
export const maxAtOnce = 512;
/** SQLSTATE of a unique violation (PostgreSQL, appendix A): an idempotency key that was used before. */
const uniqueViolation = "23505";

/**
 * Stores messages of one account and takes their credits, all in one commit. Each gets its own answer or
 * refusal, in order.
 */
export async function admitBatch(
  accountId: string,
  batch: Admission[],
): Promise<(Admitted | Error)[]> {
  const stored = await storeWhole(accountId, batch);
  const outcomes = stored
    ? stored.map((message) => ({ message, isReplay: false }))
    : await db().transaction((tx) => admitInOrder(accountId, batch, tx));
  publishChange(accountId, outcomes.flatMap(freshId));
  return outcomes;
}

/** The usual batch has new keys, times to come and enough credits: then one statement does it. Else undefined. */
async function storeWhole(
  accountId: string,
  batch: Admission[],
): Promise<AdmittedMessage[] | undefined> {
  const keys = batch.flatMap(({ input }) => input.idempotencyKey ?? []);
  if (new Set(keys).size < keys.length || batch.some(({ late }) => late)) return undefined;
  try {
    return await storeMessages(accountId, batch, db());
  } catch (error) {
    if (codeOf(error) === uniqueViolation) return undefined;
    throw error;
  }
}

function freshId(outcome: Admitted | Error): string[] {
  return outcome instanceof Error || outcome.isReplay ? [] : [outcome.message.id];
}
