import { env } from "../core/env";
import { madeAtMs, newId, publicId } from "../core/ids";
import { log } from "../core/log";
import { counterOf, histogramOf } from "../metrics/registry";
import { recordMessageSpan } from "../traces/record-message-span";
import { type Endpoint, secretsOf } from "../webhooks/find-endpoint";
import { erasedError, postCallback } from "../webhooks/post-callback";
import { type PostOutcome, postEvent } from "../webhooks/post-event";
import { readEnabledEndpoint } from "../webhooks/read-enabled-endpoint";
import { newBreaker } from "./_breaker";
import { type Claim, type Claimed, claimDeliveries, releaseDeliveries } from "./_claim-deliveries";
import { nextTryMs } from "./_next-try";
import { type Outcome, recordAttempt } from "./_record-attempt";

/** In flight to one endpoint, by one process. */
const maxInFlight = 4;
/** Claimed at once; what a slow endpoint does not get to in time is given back. */
const batchSize = 40;
/** How long an endpoint with much to do goes on when others wait for its place. */
const timeSliceMs = 5000;

interface EndpointWorkerOptions {
  accountId: string;
  endpointId: string;
  isStopping(): boolean;
  /** More endpoints have work than there are places, for all or for the account. */
  hasWaitingEndpoints(): boolean;
}

/** The way to one endpoint: its requests in flight, its breaker, and the few deliveries in hand. */
export interface EndpointWorker {
  accountId: string;
  /** Puts workers on what is due, as many as the breaker lets; they end when nothing is. */
  topUp(): void;
  isBusy(): boolean;
  /** Nothing in flight and nothing to remember. */
  isIdle(): boolean;
  /** Resolves when what is in flight is settled. */
  finished(): Promise<void>;
}

/** A delivery in hand, and until when it may be begun. */
interface ClaimedDelivery {
  claim: Claim;
  endpoint: Endpoint;
  delivery: Claimed;
  lastStart: number;
}

/** Makes the worker of an endpoint. */
export function makeEndpointWorker(options: EndpointWorkerOptions): EndpointWorker {
  const breaker = newBreaker();
  const workers = new Set<Promise<void>>();
  const recording = new Set<Promise<void>>();
  let queue: ClaimedDelivery[] = [];
  let refilling: Promise<void> | undefined;
  let timeSliceEnds = 0;

  async function work(): Promise<void> {
    for (let claimed = await take(); claimed; claimed = await take()) {
      const outcome = await post(claimed);
      if (outcome.isAccepted) breaker.recordSuccess();
      else if (outcome.exchange.error !== erasedError) breaker.recordFailure(outcome.retryAfterMs);
      const judged = judge(outcome, claimed);
      count(claimed.delivery, judged.verdict, outcome.exchange.duration_ms);
      trace(claimed.delivery, judged.verdict, outcome.exchange);
      // Not waited for here: the next request leaves while this one is written down, with others.
      keep(recording, record(claimed, { ...judged, exchange: outcome.exchange }));
      if (judged.verdict === "endpoint_gone") await releaseClaims();
    }
  }

  async function take(): Promise<ClaimedDelivery | undefined> {
    if (options.isStopping() || workers.size > breaker.capacity(maxInFlight)) {
      await releaseClaims();
      return undefined;
    }
    if ((queue[0]?.lastStart ?? 0) < performance.now()) {
      await releaseClaims();
      refilling ??= refill().finally(() => {
        refilling = undefined;
      });
      await refilling;
    }
    return queue.shift();
  }

  async function refill(): Promise<void> {
    await Promise.all(recording);
    if (options.hasWaitingEndpoints() && performance.now() > timeSliceEnds) return;
    queue = await claimBatch(options, breaker.capacity(batchSize));
  }

  async function releaseClaims(): Promise<void> {
    const rest = queue;
    queue = [];
    const [first] = rest;
    if (first)
      await releaseDeliveries(
        first.claim,
        rest.map(({ delivery }) => delivery.eventId),
      );
  }

  return {
    accountId: options.accountId,
    topUp() {
      if (workers.size === 0) timeSliceEnds = performance.now() + timeSliceMs;
      while (workers.size < breaker.capacity(maxInFlight)) {
        keep(workers, work());
      }
    },
    isBusy: () => workers.size > 0,
    isIdle: () => workers.size === 0 && breaker.isHealthy(),
    async finished() {
      await Promise.all(workers);
      await Promise.all(recording);
    },
  };
}

/** Claims up to `limit` due deliveries of an endpoint that is on. */
async function claimBatch(
  { accountId, endpointId }: EndpointWorkerOptions,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const endpoint = await readEnabledEndpoint(accountId, endpointId);
  if (!endpoint || limit === 0) return [];
  const timeoutSeconds = env().WEBHOOK_TIMEOUT;
  // Whatever is begun in the first half of the lease is over before it ends.
  const lastStart = performance.now() + timeoutSeconds * 1000;
  const leaseSeconds = 2 * timeoutSeconds + 5;
  const isCallback = endpoint.kind === "callback";
  const claim = { accountId, endpointId, leaseId: newId(), leaseSeconds, limit, isCallback };
  const claimed = await claimDeliveries(claim);
  return claimed.map((delivery) => ({ claim, endpoint, delivery, lastStart }));
}

/** An event goes to its endpoint; a status to the address that its message names. */
function post({ claim, endpoint, delivery }: ClaimedDelivery): Promise<PostOutcome> {
  const { body, callback } = delivery;
  const eventId = publicId("evt", delivery.eventId);
  if (claim.isCallback) return postCallback({ callback, eventId, body });
  return postEvent({ url: endpoint.url, secrets: secretsOf(endpoint), eventId, body });
}

async function record(
  { claim, delivery }: ClaimedDelivery,
  result: Pick<Outcome, "verdict" | "waitMs" | "exchange">,
): Promise<void> {
  const { accountId, endpointId, leaseId } = claim;
  await recordAttempt({ accountId, endpointId, leaseId, eventId: delivery.eventId, ...result });
}

/** The lag is that of the first attempt: later ones are late on purpose. */
function count(
  { attempts, eventId }: Claimed,
  outcome: Outcome["verdict"],
  durationMs: number,
): void {
  counterOf("depesza_webhook_attempts_total").inc({ outcome });
  histogramOf("depesza_webhook_attempt_duration_seconds").observe(durationMs / 1000);
  if (attempts > 0) return;
  const lagMs = Date.now() - durationMs - madeAtMs(eventId);
  histogramOf("depesza_webhook_lag_seconds").observe(Math.max(0, lagMs) / 1000);
}

/** Its address is left out: it may hold a secret. */
function trace(
  { messageId, type, attempts }: Claimed,
  outcome: Outcome["verdict"],
  { at, duration_ms, status }: Outcome["exchange"],
): void {
  const startMs = Date.parse(at);
  recordMessageSpan({
    ...{ messageId, name: "webhook", kind: "client", startMs, endMs: startMs + duration_ms },
    attributes: {
      "depesza.event": type,
      "depesza.outcome": outcome,
      "depesza.attempt": attempts + 1,
      ...(status === null ? {} : { "http.response.status_code": status }),
    },
    isError: outcome !== "delivered",
  });
}

/** Holds a promise until it is over. What fails is tried again when its lease ends. */
function keep(set: Set<Promise<void>>, work: Promise<void>): void {
  const kept = work
    .catch((error) => log().error({ err: error }, "delivering webhooks failed, trying again"))
    .finally(() => set.delete(kept));
  set.add(kept);
}

function judge(
  { isAccepted, exchange, retryAfterMs }: PostOutcome,
  { claim, delivery }: ClaimedDelivery,
): Pick<Outcome, "verdict" | "waitMs"> {
  if (isAccepted) return { verdict: "delivered", waitMs: null };
  if (exchange.error === erasedError) return { verdict: "exhausted", waitMs: null };
  if (exchange.status === 410) {
    // The address of one message says nothing of the others at its host.
    return { verdict: claim.isCallback ? "exhausted" : "endpoint_gone", waitMs: null };
  }
  const tries = delivery.step + 1;
  const waitMs = nextTryMs({ tries, retryAfterMs, chance: Math.random() });
  return { verdict: waitMs === null ? "exhausted" : "retry", waitMs };
}
