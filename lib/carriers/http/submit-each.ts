import type { Carrier, Circuit, Submission, SubmitOutcome, Submitted } from "../carrier";
import { withoutQuotes } from "../without-quotes";
import { RequestLimit } from "./request-limit";

/** Per process; sixteen keep a carrier 50 ms away busy at 300 messages a second. */
const limits = { slots: 16, maxStragglers: 256 };
/** No request begins later than this after the batch: with its timeouts it still ends within the lease. */
const startWithinMs = 6_000;
/** How long a batch waits for its last responses before the next one goes on beside them. */
const timeoutMs = 50;

/** Makes one request for a message. Never throws: whatever goes wrong is an outcome. */
type Attempt = (submission: Submission) => Promise<SubmitOutcome>;

interface Begun {
  outcome: Promise<SubmitOutcome>;
  result: SubmitOutcome | undefined;
}

/**
 * The `submit` of a carrier over HTTP that takes one message per request: so many requests at once, no more of them
 * once the carrier is in trouble, and no waiting for the slowest responses.
 */
export function submitEach(attempt: Attempt, slots = limits.slots): Carrier["submit"] {
  const limit = new RequestLimit({ ...limits, slots });
  return async (batch, circuit) => {
    const deadline = Date.now() + startWithinMs;
    const begun: Begun[] = [];
    for (const submission of batch) {
      const end = await limit.acquire(deadline);
      if (!end) break;
      if (circuit.trouble) {
        end();
        break;
      }
      begun.push(begin({ submission, attempt, circuit, end }));
    }
    await waitFor(begun);
    return batch.map((_, position) => submitted(begun[position], circuit));
  };
}

function submitted(begun: Begun | undefined, { trouble }: Circuit): Submitted {
  if (!begun) return { kind: "skipped", reason: trouble?.reason ?? null };
  return begun.result ?? { kind: "pending", outcome: begun.outcome };
}

interface Beginning {
  submission: Submission;
  attempt: Attempt;
  circuit: Circuit;
  end: () => void;
}

function begin({ submission, attempt, circuit, end }: Beginning): Begun {
  const begunAt = Date.now();
  const { isTextPrivate, body } = submission;
  const outcome = attempt(submission).then((said) => {
    // Before anybody hears of it: the circuit breaker stores and logs what was said.
    const result = isTextPrivate ? withoutQuotes(said, body) : said;
    circuit.record(result, begunAt);
    end();
    begun.result = result;
    return result;
  });
  const begun: Begun = { outcome, result: undefined };
  return begun;
}

async function waitFor(begun: Begun[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([Promise.all(begun.map(({ outcome }) => outcome)), patience]);
  clearTimeout(timer);
}
