import { sharedBatch } from "../queue/shared-batch";
import type { Admission, Admitted } from "./_admission";
import { maxAtOnce } from "./_admit-batch";
import { admitBatches } from "./_admit-batches";

/**
 * Stores a message and takes its credits in one commit, together with whatever arrives at the same moment, also for other
 * accounts; those of one account stay in order. Resolves after COMMIT only. Throws insufficient_credits,
 * idempotency_mismatch, opted_out, forbidden (suspended account), and UnprovenTokenError.
 */
export const admitMessage = sharedBatch<Admission, Admitted>({
  // While one waits for its commit, the next is gathered and sent.
  concurrency: 2,
  maxBatch: maxAtOnce,
  keyOf: ({ actor }) => actor.accountId,
  run: admitBatches,
});
