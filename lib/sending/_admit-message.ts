import { gather } from "../queue/gather";
import type { Admission, Admitted } from "./_admission";
import { admitBatch, mostAtOnce } from "./_admit-batch";

/**
 * Stores a message and takes its credits in one commit, together with whatever the same account sends at
 * the same moment. Resolves after COMMIT only. Throws insufficient_credits, idempotency_mismatch,
 * forbidden (suspended account).
 */
export const admitMessage = gather<Admission, Admitted>({
  maxBatch: mostAtOnce,
  laneOf: ({ caller }) => caller.accountId,
  run: admitBatch,
});
