import { sharedBatch } from "../queue/shared-batch";
import type { Admission, Admitted } from "./_admission";
import { maxAtOnce } from "./_admit-batch";
import { admitBatches } from "./_admit-batches";

/** After a single send, others are expected for so long. */
const expectedMs = 1000;
const latest = { atMs: Number.NEGATIVE_INFINITY };

/**
 * Stores a message and takes its credits in one commit, together with whatever arrives at the same moment, also for other
 * accounts; those of one account stay in order. Resolves after COMMIT only. Throws insufficient_credits,
 * idempotency_mismatch, opted_out, forbidden (suspended account), and UnprovenTokenError.
 */
export function admitMessage(admission: Admission): Promise<Admitted> {
  latest.atMs = performance.now();
  return admitTogether(admission);
}

/** Whether this process admits single sends now: what else it stores should not hold them up. */
export function areSinglesExpected(): boolean {
  return performance.now() - latest.atMs < expectedMs;
}

const admitTogether = sharedBatch<Admission, Admitted>({
  // While one waits for its commit, the next is gathered and sent.
  concurrency: 2,
  maxBatch: maxAtOnce,
  keyOf: ({ actor }) => actor.accountId,
  run: admitBatches,
});
