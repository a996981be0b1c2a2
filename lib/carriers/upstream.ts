import { askUpstream } from "./_ask-upstream";
import type { Carrier, Hold, Submission, SubmitOutcome } from "./carrier";

/** Requests at once per process: keeps an upstream 50 ms away busy at 300 messages a second. */
const concurrency = 16;
/** No request begins later than this after the batch: with its timeout it still ends within the lease. */
const startWithinMs = 9_000;
/** This many answers in a row that may be one message's own trouble, and none other, are the carrier's. */
const strikes = 3;

/**
 * An HTTP SMS API of the documented shape, such as another installation of this product: one request a
 * message, our message id as idempotency key, so that it may be asked again after a crash.
 */
export const upstream: Carrier = { name: "upstream", dedupes: true, batchSize: 100, submit };

interface Run {
  batch: Submission[];
  outcomes: SubmitOutcome[];
  next: number;
  misses: number;
  halt: Hold | undefined;
  startBy: number;
}

async function submit(batch: Submission[]): Promise<SubmitOutcome[]> {
  const run: Run = {
    batch,
    outcomes: batch.map(() => ({ kind: "unasked", reason: null })),
    next: 0,
    misses: 0,
    halt: undefined,
    startBy: Date.now() + startWithinMs,
  };
  await Promise.all(Array.from({ length: concurrency }, () => askInTurn(run)));
  const reason = run.halt?.reason;
  if (!reason) return run.outcomes;
  return run.outcomes.map((each) => (each.kind === "unasked" ? { ...each, reason } : each));
}

/** Asks for one message after the other, until none is left or asking on would be hammering. */
async function askInTurn(run: Run): Promise<void> {
  for (;;) {
    const position = run.next;
    const submission = run.batch[position];
    if (!submission || run.halt || Date.now() > run.startBy) return;
    run.next += 1;
    const outcome = await askUpstream(submission);
    run.outcomes[position] = outcome;
    note(run, outcome);
  }
}

function note(run: Run, outcome: SubmitOutcome): void {
  if (outcome.kind !== "hold") {
    run.misses = 0;
    return;
  }
  if (outcome.reason !== "carrier_busy") run.misses += 1;
  if (outcome.scope === "carrier" || run.misses >= strikes) run.halt ??= outcome;
}
