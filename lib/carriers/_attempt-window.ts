import type { Requeue, SubmitOutcome } from "./carrier";
import { countSubmit } from "./carrier-minutes";

export interface AttemptCounts {
  attempts: number;
  failures: number;
  /** Those of the failures that any message would have met. */
  certain: number;
}

interface Attempt {
  begunAt: number;
  failure: Requeue | undefined;
}

/** How far back an attempt counts: well beyond the timeout after which it has failed. */
export const windowMs = 20_000;
/** At full speed fewer seconds count, or a carrier that goes away would get thousands of requests in vain. */
const maxAttempts = 100;
const openRate = 0.5;
/** Fewer than one process has in flight; more than the retries of two messages a carrier chokes on. */
const min = { attempts: 15, certain: 3 };
const shareEveryMs = 1000;
const none: AttemptCounts = { attempts: 0, failures: 0, certain: 0 };

/** Whether so many failures are the carrier's own: at least half, of enough attempts to tell. */
export function shouldOpen({ attempts, failures, certain }: AttemptCounts): boolean {
  const isEnough = attempts >= min.attempts || certain >= min.certain;
  return isEnough && failures >= attempts * openRate;
}

/** The failure an outcome is for the carrier, if it is one. Not to say what became of a message is a failed attempt. */
export function failureOf(outcome: SubmitOutcome): Requeue | undefined {
  if (outcome.kind === "ambiguous") {
    return {
      ...{ kind: "requeue", reason: "carrier_error", detail: outcome.detail, retryAfterMs: null },
      ...{ scope: "attempt", mayBeAccepted: true },
    };
  }
  return outcome.kind === "requeue" && outcome.scope !== "message" ? outcome : undefined;
}

/** What this process knows of a carrier's circuit breaker: its own newest attempts, and the state it last saw. */
export class AttemptWindow {
  state: "closed" | "open" | "half_open" = "closed";
  /** What should open the circuit, or has: no further request begins. */
  trouble: Requeue | undefined;
  /** In the order in which they began, or timeouts would seem to be newer than what succeeded beside them. */
  private newest: Attempt[] = [];
  private unshared: AttemptCounts = none;
  private lastFailure: Requeue | undefined;
  private unsharedSince = 0;
  private sharedAt = 0;
  private since = 0;
  private readonly carrier: string;

  constructor(carrier: string) {
    this.carrier = carrier;
  }

  record(outcome: SubmitOutcome, begunAt = Date.now(), now = Date.now()): void {
    if (outcome.kind !== "skipped") countSubmit(this.carrier, now - begunAt);
    const failure = failureOf(outcome);
    const position = this.newest.findLastIndex((each) => each.begunAt <= begunAt) + 1;
    this.newest.splice(position, 0, { begunAt, failure });
    if (this.newest.length > maxAttempts) this.newest.shift();
    if (now - this.unsharedSince >= windowMs) this.unshared = none;
    if (this.unshared === none) this.unsharedSince = now;
    this.unshared = add(this.unshared, failure);
    if (!failure) return;
    this.lastFailure = failure;
    if (failure.scope === "pause" || shouldOpen(this.counts(now))) this.trouble ??= ofAll(failure);
  }

  /** What the other processes have not been told yet; null if they hardly miss it. */
  takeUnshared(now = Date.now()): { counts: AttemptCounts; failure: Requeue | undefined } | null {
    const isDue = this.unshared.attempts > 0 && now - this.sharedAt >= shareEveryMs;
    if (!isDue && !this.trouble) return null;
    const taken = { counts: this.unshared, failure: this.lastFailure && ofAll(this.lastFailure) };
    this.unshared = none;
    this.lastFailure = undefined;
    this.sharedAt = now;
    return taken;
  }

  /** Takes over the state all processes share; after a change, earlier attempts say nothing any more. */
  observe(state: AttemptWindow["state"], since: Date): void {
    if (since.getTime() !== this.since) this.reset();
    this.since = since.getTime();
    this.state = state;
  }

  /** Forgets every attempt, as for a first probe. */
  reset(): void {
    this.newest = [];
    this.unshared = none;
    this.lastFailure = undefined;
    this.trouble = undefined;
  }

  private counts(now: number): AttemptCounts {
    return this.newest
      .filter(({ begunAt }) => now - begunAt < windowMs)
      .reduce((sum, { failure }) => add(sum, failure), none);
  }
}

/** The window of a carrier in this process. */
export function attemptWindow(carrier: string): AttemptWindow {
  const window = windows.get(carrier) ?? new AttemptWindow(carrier);
  windows.set(carrier, window);
  return window;
}

const windows = new Map<string, AttemptWindow>();

/** Forgets all attempts, as a new process does. */
export function forgetAttempts(): void {
  windows.clear();
}

function add({ attempts, failures, certain }: AttemptCounts, failure: Requeue | undefined) {
  return {
    attempts: attempts + 1,
    failures: failures + (failure ? 1 : 0),
    certain: certain + (failure?.scope === "carrier" ? 1 : 0),
  };
}

/** What a failure means for the carrier: an error is about one message, but if most attempts end so, it is down. */
export function ofAll(failure: Requeue): Requeue {
  return failure.reason === "carrier_error" ? { ...failure, reason: "carrier_down" } : failure;
}
