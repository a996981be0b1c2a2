import type { Circuit, Requeue, Submission, SubmitOutcome, Submitted } from "../carrier";
import { type AddressSettings, buildSubmissions } from "./_build-submissions";
import { handOver } from "./_hand-over";
import type { Links } from "./_links";
import type { ReceiptId } from "./_message-id";
import type { PartReferences } from "./_part-references";

interface Submitting {
  links: Links;
  references: PartReferences;
  settings: AddressSettings & {
    response_timeout_s: number;
    receipt_id: ReceiptId;
    query_sm: boolean;
  };
}

interface Begun {
  outcome: Promise<SubmitOutcome>;
  result: SubmitOutcome | undefined;
}

/** After a batch began, in ms: all is over well within the worker's lease. */
const within = { begin: 5_000, finish: 10_000, respond: 15_000 };
/** A message has no longer for its response, whatever the carrier may take for other requests. */
const responseMs = 10_000;
/** How long the first bind may take before messages are told to wait. */
const firstBindMs = 3_000;
/** How long a batch waits for its last responses before the next one goes on beside them. */
const lingerMs = 50;

/** Submits as many of a batch as have a place in a window in time; the others keep their place. Never throws. */
export async function submitBatch(
  batch: Submission[],
  circuit: Circuit,
  { links, ...rest }: Omit<Submitting, "links"> & { links: Links | undefined },
): Promise<Submitted[]> {
  const now = Date.now();
  const deadlines = {
    begin: now + within.begin,
    finish: now + within.finish,
    respond: now + within.respond,
  };
  if (!links || !(await links.untilBound(firstBindMs))) {
    return batch.map(() => down(links?.whyDown() ?? notConnected, circuit));
  }
  const submitting = { links, ...rest };
  const begun: Begun[] = [];
  for (const submission of batch) {
    const first = circuit.trouble ? undefined : await links.acquire(deadlines.begin, false);
    if (!first) break;
    if (circuit.trouble) {
      links.release(first);
      break;
    }
    begun.push(begin({ submission, submitting, circuit, first, deadlines }));
  }
  await waitFor(begun);
  const reason = whyNotBegun(links, circuit);
  return batch.map((_, position) => {
    const each = begun[position];
    if (!each) return { kind: "skipped", reason };
    return each.result ?? { kind: "pending", outcome: each.outcome };
  });
}

const notConnected: Requeue = {
  kind: "requeue",
  reason: "carrier_down",
  detail: "This process has no connection to the carrier.",
  retryAfterMs: null,
  scope: "carrier",
  mayBeAccepted: false,
};

function down(requeue: Requeue, circuit: Circuit): SubmitOutcome {
  circuit.record(requeue, Date.now());
  return requeue;
}

function whyNotBegun(links: Links, { trouble }: Circuit) {
  if (trouble) return trouble.reason;
  if (!links.isUp()) return links.whyDown().reason;
  return links.rate.isLimited ? "carrier_throttled" : null;
}

interface Beginning extends Pick<Parameters<typeof handOver>[0], "first" | "deadlines"> {
  submission: Submission;
  submitting: Submitting;
  circuit: Circuit;
}

function begin({ submission, submitting, circuit, first, deadlines }: Beginning): Begun {
  const { links, references, settings } = submitting;
  const begunAt = Date.now();
  const outcome = handOver({
    parts: buildSubmissions(submission, settings, references.next(submission.to)),
    first,
    links,
    receiptId: settings.receipt_id,
    keepsIds: settings.query_sm,
    timeoutMs: Math.min(settings.response_timeout_s * 1000, responseMs),
    deadlines,
  }).then((result) => {
    // One that has no ID at the carrier has none to be found by.
    const named =
      result.kind === "accepted" && result.ref === ""
        ? { ...result, ref: submission.messageId }
        : result;
    if (named.kind !== "skipped") circuit.record(named, begunAt);
    begun.result = named;
    return named;
  });
  const begun: Begun = { outcome, result: undefined };
  return begun;
}

async function waitFor(begun: Begun[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const lingering = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, lingerMs);
  });
  await Promise.race([Promise.all(begun.map(({ outcome }) => outcome)), lingering]);
  clearTimeout(timer);
}
