import type { SubmitOutcome, Submitted } from "../carriers/carrier";
import { reserveRate, settleRate } from "../carriers/carrier-rate";
import type { ReadyCarrier } from "../carriers/carrier-setup";
import { isInTrouble } from "../carriers/is-in-trouble";
import { submitMessages } from "../carriers/submit-messages";
import { updateCircuitBreaker } from "../carriers/update-circuit-breaker";
import { newId } from "../core/ids";
import { log } from "../core/log";
import { oncePer } from "../core/once";
import { untilBack } from "../core/until-back";
import { type CarrierQueue, type ClaimedMessage, claimMessages } from "../messages/claim-messages";
import { microBatch } from "../queue/micro-batch";
import { spanTime } from "../traces/record-span";
import { withCode } from "../verifications/with-code";
import { recordSubmitOutcomes } from "./_record-submit-outcomes";
import { traceSubmission } from "./_trace-submission";

/** The messages of a carrier on their way to it. */
export interface Queue {
  key: CarrierQueue;
  ready: ReadyCarrier;
  /** It gets no message that it never had. */
  isDraining: boolean;
  /** Has the queue looked at again after so long: a message is due, or the carrier is back. */
  wakeIn(ms: number): void;
  /** Told when messages of a batch or a campaign were claimed, which others would wait for. */
  onBulk(): void;
}

interface Batch {
  queue: Queue;
  accountId: string;
  leaseId: string;
}

interface Late extends Batch {
  message: ClaimedMessage;
  outcome: SubmitOutcome;
}

/** How long a message waits if its carrier could not even be given the batch. */
const carrierDownMs = 5000;

/**
 * Claims up to so many due messages of an account, submits them and records what came of it. A response that
 * takes longer than the others is recorded when it comes, and nobody waits for it.
 */
export async function submitBatch(
  queue: Queue,
  { accountId, limit }: { accountId: string; limit: number },
): Promise<Submitted[]> {
  const batch = { queue, accountId, leaseId: newId() };
  const { ready, isDraining } = queue;
  const rate = await reserveRate(ready, limit);
  if (rate.parts === 0) {
    queue.wakeIn(rate.waitMs);
    return [];
  }
  const stored = await claimMessages({
    ...{ accountId, leaseId: batch.leaseId, isDraining },
    queue: queue.key,
    limit: rate.parts,
  });
  const claimed = stored.map(withCode);
  if (claimed.length === 0) {
    await settleRate(ready, -rate.parts);
    return [];
  }
  if (claimed.some(({ priority }) => priority > 0)) queue.onBulk();
  const startMs = spanTime();
  const submitted = await submit(ready, claimed);
  await settleRate(ready, partsOf(claimed, submitted) - rate.parts);
  const known: { message: ClaimedMessage; outcome: SubmitOutcome }[] = [];
  for (const [position, message] of claimed.entries()) {
    const outcome = submitted[position] ?? { kind: "skipped", reason: null };
    traceSubmission({ message, carrier: ready.carrier.name, startMs, outcome });
    if (outcome.kind === "pending") recordLater(batch, message, outcome.outcome);
    else known.push({ message, outcome });
  }
  await record(batch, known);
  return submitted;
}

/** How many parts were offered to the carrier: they count in its rate whatever became of them. */
function partsOf(claimed: ClaimedMessage[], submitted: Submitted[]): number {
  return claimed.reduce(
    (sum, { segments }, position) =>
      submitted[position]?.kind === "skipped" ? sum : sum + segments,
    0,
  );
}

/** The responses nobody waits for, until they are recorded. */
export const lateOutcomes = new Set<Promise<unknown>>();

async function submit(ready: ReadyCarrier, batch: ClaimedMessage[]): Promise<Submitted[]> {
  try {
    return await submitMessages(
      ready,
      batch.map((message) => ({
        ...message,
        messageId: message.id,
        offeredAt: message.offeredAt ?? new Date(),
      })),
    );
  } catch (error) {
    log().warn(
      { err: error, carrier: ready.carrier.name, messages: batch.length },
      "carrier not reachable",
    );
    return batch.map(() => ({
      kind: "later",
      reason: "carrier_down",
      retryAfterMs: carrierDownMs,
    }));
  }
}

async function record(
  { queue, accountId, leaseId }: Batch,
  known: { message: ClaimedMessage; outcome: SubmitOutcome }[],
): Promise<void> {
  const carrier = queue.ready.carrier.name;
  if (known.length === 0) return;
  const submission = {
    accountId,
    leaseId,
    carrier,
    batch: known.map(({ message }) => message),
    outcomes: known.map(({ outcome }) => outcome),
    ambiguous: queue.ready.common.ambiguous,
    isInTrouble: isInTrouble(carrier),
  };
  const retryInMs = await untilBack(() => recordSubmitOutcomes(submission));
  if (Number.isFinite(retryInMs)) queue.wakeIn(retryInMs);
  await updateCircuitBreaker(carrier);
}

const recordTogether = oncePer((maxBatch: number) =>
  microBatch<Late, null>({
    maxBatch,
    keyOf: ({ leaseId }) => leaseId,
    run: async (_leaseId, late) => {
      const [first] = late;
      if (first) await record(first, late);
      return late.map(() => null);
    },
  }),
);

function recordLater(batch: Batch, message: ClaimedMessage, pending: Promise<SubmitOutcome>): void {
  const recorded = pending
    .then((outcome) =>
      recordTogether(batch.queue.ready.carrier.batchSize)({ ...batch, message, outcome }),
    )
    // Its lease ends by itself, and then the very same request is repeated.
    .catch((error) => log().warn({ err: error }, "a carrier's late response was not recorded"))
    .finally(() => lateOutcomes.delete(recorded));
  lateOutcomes.add(recorded);
}
