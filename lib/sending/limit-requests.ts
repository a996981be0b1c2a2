import { setTimeout as pause } from "node:timers/promises";
import { RateLimiterRes } from "rate-limiter-flexible";
import { isCountedInMain } from "../core/env";
import { AppError } from "../core/errors";
import { slots } from "../core/limits/slots";
import { once } from "../core/once";
import { limitInMain } from "./_limit-in-main";
import { keyOf, type Policy, quotaOf, rateLimiter, type Sender, windows } from "./_rate-limiter";
import { sendingSentences } from "./sentences";

/** What is left of a limit, in the words of the IETF RateLimit header fields draft. */
export interface RateState {
  policy: Policy | "messages";
  remaining: number;
  /** Whole seconds until there is more. */
  resetSeconds: number;
}

/**
 * Counts one request of an account (test tokens apart from live ones) and says what is left. Throws
 * rate_limited with the time after which a request succeeds. Undefined when both limits are off.
 */
export async function limitRequests(sender: Sender): Promise<RateState | undefined> {
  if (quotaOf("burst") === 0 && quotaOf("sustained") === 0) return undefined;
  if (isCountedInMain()) {
    return (await limitInMain(sender, { kind: "request" })) as RateState | undefined;
  }
  const key = keyOf(sender);
  let burst = await consume("burst", key);
  if (burst?.isOver) {
    // One more second would not help when the minute is used up as well.
    const minute = await look("sustained", key);
    if (!minute?.isOver && (await waitForRoom(key, burst))) burst = await consume("burst", key);
    if (burst?.isOver) throw overLimit(longer(burst, minute));
  }
  const sustained = await consume("sustained", key);
  if (sustained?.isOver) throw overLimit(sustained);
  return (sustained ?? burst)?.state;
}

/**
 * Counts a request as several more, within the minute's limit: what it made us read was that much. It never
 * refuses, it only leaves less.
 */
export async function countExtraRequests(sender: Sender, extra: number): Promise<void> {
  if (extra <= 0 || quotaOf("sustained") === 0) return;
  if (isCountedInMain()) {
    return void (await limitInMain(sender, { kind: "extra requests", count: extra }));
  }
  const limiter = await rateLimiter("sustained");
  await limiter.penalty(keyOf(sender), extra);
}

/** The limits in force as `RateLimit-Policy` wants them; undefined when both are off. */
export function ratePolicy(): string | undefined {
  const policies = (["burst", "sustained"] as const)
    .filter((policy) => quotaOf(policy) > 0)
    .map((policy) => `"${policy}";q=${quotaOf(policy)};w=${windows[policy]}`);
  return policies.length > 0 ? policies.join(", ") : undefined;
}

/** Without a place to wait in, the request is rejected. */
const nobodyQueues = { waitingPerKey: 0, waitingTotal: 0 };
const places = once(() =>
  slots({ perKey: quotaOf("burst"), total: Number.POSITIVE_INFINITY, ...nobodyQueues }),
);

interface Count {
  policy: Policy;
  state: RateState;
  /** No request succeeds before the reset. */
  isOver: boolean;
}

async function consume(policy: Policy, key: string): Promise<Count | undefined> {
  if (quotaOf(policy) === 0) return undefined;
  const limiter = await rateLimiter(policy);
  try {
    return { policy, state: stateOf(policy, await limiter.consume(key)), isOver: false };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { policy, state: stateOf(policy, refusal), isOver: true };
  }
}

/**
 * Lets a request over the burst wait for the next second instead of refusing it, as long as no more wait
 * than that second can take: with a burst of 100, 200 requests at once are answered. False when full.
 */
async function waitForRoom(key: string, { state }: Count): Promise<boolean> {
  const release = await places().acquire(key, 0);
  if (!release) return false;
  await pause(state.resetSeconds * 1000);
  release();
  return true;
}

/** What a policy has counted, without counting. */
async function look(policy: Policy, key: string): Promise<Count | undefined> {
  if (quotaOf(policy) === 0) return undefined;
  const limiter = await rateLimiter(policy);
  const counted = await limiter.get(key);
  return counted
    ? { policy, state: stateOf(policy, counted), isOver: counted.remainingPoints <= 0 }
    : undefined;
}

function longer(first: Count, second: Count | undefined): Count {
  return second?.isOver && second.state.resetSeconds > first.state.resetSeconds ? second : first;
}

function overLimit({ policy, state }: Count): AppError {
  const { resetSeconds } = state;
  return new AppError(
    "rate_limited",
    sendingSentences.tooManyRequests({
      quota: quotaOf(policy),
      window: windows[policy],
      seconds: resetSeconds,
    }),
    { retryAfterMs: resetSeconds * 1000, rate: state },
  );
}

function stateOf(policy: Policy, result: RateLimiterRes): RateState {
  return {
    policy,
    remaining: Math.max(0, result.remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  };
}
