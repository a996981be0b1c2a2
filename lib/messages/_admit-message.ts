import { db } from "../core/db";
import { processWide } from "../core/process-wide";
import { codeOf } from "../core/to-app-error";
import { gather } from "../queue/gather";
import { announce } from "../queue/notice";
import type { Admission, Admitted, AdmittedMessage } from "./_admission";
import { admitInOrder } from "./_admit-in-order";
import { storeMessages } from "./_store-messages";

const mostAtOnce = 512;
/** SQLSTATE of a unique violation (PostgreSQL, appendix A): an idempotency key that was used before. */
const uniqueViolation = "23505";

/**
 * Stores a message and takes its credits in one commit, together with whatever the same account sends at
 * the same moment. Resolves after COMMIT only. Throws insufficient_credits, idempotency_mismatch,
 * forbidden (suspended account).
 */
export function admitMessage(admission: Admission): Promise<Admitted> {
  const admit = processWide("admission", () =>
    gather<Admission, Admitted>({
      maxBatch: mostAtOnce,
      laneOf: ({ caller }) => caller.accountId,
      run: admitBatch,
    }),
  );
  return admit(admission);
}

async function admitBatch(accountId: string, batch: Admission[]): Promise<(Admitted | Error)[]> {
  const stored = await storeWhole(accountId, batch);
  const outcomes = stored
    ? stored.map((message) => ({ message, isReplay: false }))
    : await db().transaction((tx) => admitInOrder(accountId, batch, tx));
  announce(accountId, outcomes.flatMap(freshId));
  return outcomes;
}

/** The usual batch has new keys and enough credits: then one statement does it. Undefined when it does not. */
async function storeWhole(
  accountId: string,
  batch: Admission[],
): Promise<AdmittedMessage[] | undefined> {
  const keys = batch.flatMap(({ input }) => input.idempotencyKey ?? []);
  if (new Set(keys).size < keys.length) return undefined;
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
