import { setTimeout as pause } from "node:timers/promises";
import type { RateLimiterRes } from "rate-limiter-flexible";
import { isCountedInMain } from "../core/env";
import { AppError } from "../core/errors";
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
  if (quotaOf("burst", sender) === 0 && quotaOf("sustained", sender) === 0) return undefined;
  if (isCountedInMain()) {
    return (await limitInMain(sender, { kind: "request" })) as RateState | undefined;
  }
  let burst = await consume("burst", sender);
  if (burst?.isOver) {
    // One more second would not help when the minute is used up as well.
    const minute = await look("sustained", sender);
    const hasWaited = !minute?.isOver && (await waitForRoom(keyOf(sender), burst));
    if (hasWaited) burst = await consume("burst", sender);
    if (burst?.isOver) throw overLimit(longer(burst, minute));
  }
  const sustained = await consume("sustained", sender);
  if (sustained?.isOver) throw overLimit(sustained);
  return (sustained ?? burst)?.state;
}

/**
 * Counts a request as several more, within the minute's limit: what it made us read was that much. It never
 * refuses, it only leaves less.
 */
export async function countExtraRequests(sender: Sender, extra: number): Promise<void> {
  if (extra <= 0 || quotaOf("sustained", sender) === 0) return;
  if (isCountedInMain()) {
    return void (await limitInMain(sender, { kind: "extra requests", count: extra }));
  }
  const limiter = await rateLimiter("sustained");
  await limiter.penalty(keyOf(sender), extra);
}

/** The limits in force as `RateLimit-Policy` wants them; undefined when both are off. */
export function ratePolicy(sender: Pick<Sender, "limits">): string | undefined {
  const policies = (["burst", "sustained"] as const)
    .filter((policy) => quotaOf(policy, sender) > 0)
    .map((policy) => `"${policy}";q=${quotaOf(policy, sender)};w=${windows[policy]}`);
  return policies.length > 0 ? policies.join(", ") : undefined;
}

/** How many requests of each account wait for its next second. */
const waiting = once(() => new Map<string, number>());

interface Count {
  policy: Policy;
  quota: number;
  state: RateState;
  /** No request succeeds before the reset. */
  isOver: boolean;
}

async function consume(policy: Policy, sender: Sender): Promise<Count | undefined> {
  const quota = quotaOf(policy, sender);
  if (quota === 0) return undefined;
  const counted = await (await rateLimiter(policy)).consume(keyOf(sender));
  const isOver = counted.consumedPoints > quota;
  return { policy, quota, state: stateOf({ policy, quota, counted }), isOver };
}

/**
 * Lets a request over the burst wait for the next second instead of refusing it, as long as no more wait
 * than that second can take: with a burst of 100, 200 requests at once are answered. False when full.
 */
async function waitForRoom(key: string, { quota, state }: Count): Promise<boolean> {
  const count = waiting().get(key) ?? 0;
  if (count >= quota) return false;
  waiting().set(key, count + 1);
  await pause(state.resetSeconds * 1000);
  const left = (waiting().get(key) ?? 1) - 1;
  if (left > 0) waiting().set(key, left);
  else waiting().delete(key);
  return true;
}

/** What a policy has counted, without counting. */
async function look(policy: Policy, sender: Sender): Promise<Count | undefined> {
  const quota = quotaOf(policy, sender);
  if (quota === 0) return undefined;
  const counted = await (await rateLimiter(policy)).get(keyOf(sender));
  if (!counted) return undefined;
  const isOver = counted.consumedPoints >= quota;
  return { policy, quota, state: stateOf({ policy, quota, counted }), isOver };
}

function longer(first: Count, second: Count | undefined): Count {
  return second?.isOver && second.state.resetSeconds > first.state.resetSeconds ? second : first;
}

function overLimit({ policy, quota, state }: Count): AppError {
  const { resetSeconds } = state;
  return new AppError(
    "rate_limited",
    sendingSentences.tooManyRequests({
      quota,
      window: windows[policy],
      seconds: resetSeconds,
    }),
    { retryAfterMs: resetSeconds * 1000, rate: state },
  );
}

interface Counted {
  policy: Policy;
  quota: number;
  counted: RateLimiterRes;
}

function stateOf({ policy, quota, counted }: Counted): RateState {
  return {
    policy,
    remaining: Math.max(0, quota - counted.consumedPoints),
    resetSeconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1000)),
  };
}
