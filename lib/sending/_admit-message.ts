import { microBatch } from "../queue/micro-batch";
import type { Admission, Admitted } from "./_admission";
import { admitBatch, maxAtOnce } from "./_admit-batch";

/**
 * Stores a message and takes its credits in one commit, together with whatever the same account sends at
 * the same moment. Resolves after COMMIT only. Throws insufficient_credits, idempotency_mismatch,
 * forbidden (suspended account).
 */
export const admitMessage = microBatch<Admission, Admitted>({
  maxBatch: maxAtOnce,
  keyOf: ({ actor }) => actor.accountId,
  run: admitBatch,
});
