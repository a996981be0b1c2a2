import { env } from "../../core/env";
import type { Carrier, Circuit, Submission, SubmitOutcome, Submitted } from "../carrier";
import { attemptUpstream } from "./_attempt-upstream";
import { RequestLimit } from "./_request-limit";
import { verifyEvent } from "./_verify-event";
import { receiveEvents } from "./receive-events";

/** Per process; sixteen keep an upstream 50 ms away busy at 300 messages a second. */
const limits = { slots: 16, maxStragglers: 256 };
/** No request begins later than this after the batch: with its timeouts it still ends within the lease. */
const startWithinMs = 6_000;
/** How long a batch waits for its last responses before the next one goes on beside them. */
const timeoutMs = 50;

/**
 * An HTTP SMS API of the documented shape, such as another installation of this product: one request per
 * message, our message id as idempotency key, so that it can be repeated after a failure or a crash.
 */
export const upstream: Carrier = {
  name: "upstream",
  dedupes: true,
  batchSize: 100,
  isConfigured: () => Boolean(env().SMS_API_URL && env().SMS_API_TOKEN),
  submit,
  callbacks: { verify: verifyEvent, receive: receiveEvents },
};

const limit = new RequestLimit(limits);

interface Attempt {
  outcome: Promise<SubmitOutcome>;
  result: SubmitOutcome | undefined;
}

async function submit(batch: Submission[], circuit: Circuit): Promise<Submitted[]> {
  const deadline = Date.now() + startWithinMs;
  const attempts: Attempt[] = [];
  for (const submission of batch) {
    const end = await limit.acquire(deadline);
    if (!end) break;
    if (circuit.trouble) {
      end();
      break;
    }
    attempts.push(begin({ submission, circuit, end }));
  }
  await waitFor(attempts);
  const skipped = { kind: "skipped", reason: circuit.trouble?.reason ?? null } as const;
  return batch.map((_, position) => {
    const attempt = attempts[position];
    return attempt ? (attempt.result ?? { kind: "pending", outcome: attempt.outcome }) : skipped;
  });
}

interface Beginning {
  submission: Submission;
  circuit: Circuit;
  end: () => void;
}

function begin({ submission, circuit, end }: Beginning): Attempt {
  const begunAt = Date.now();
  const outcome = attemptUpstream(submission).then((result) => {
    circuit.record(result, begunAt);
    end();
    attempt.result = result;
    return result;
  });
  const attempt: Attempt = { outcome, result: undefined };
  return attempt;
}

async function waitFor(attempts: Attempt[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([Promise.all(attempts.map(({ outcome }) => outcome)), patience]);
  clearTimeout(timer);
}
