import { setTimeout as pause } from "node:timers/promises";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { processWide } from "../core/process-wide";

/** What is left of a limit, in the words of the IETF RateLimit header fields draft. */
export interface RateState {
  policy: "burst" | "sustained";
  remaining: number;
  /** Whole seconds until there is more. */
  resetSeconds: number;
}

const windows = { burst: 1, sustained: 60 } as const;

/**
 * Counts one request of an account (test tokens apart from live ones) and says what is left. Throws
 * rate_limited with the time after which a request succeeds. Undefined when both limits are off.
 */
export async function limitRequests(
  accountId: string,
  test: boolean,
): Promise<RateState | undefined> {
  const key = `${accountId}${test ? ".test" : ""}`;
  const burst = await smooth(key, () => consume("burst", key));
  const sustained = await consume("sustained", key);
  return sustained ?? burst;
}

/**
 * Lets a request over the burst wait for the next second instead of refusing it, as long as no more wait
 * than that second can take: 200 requests at once are answered, 300 are not.
 */
async function smooth<T>(key: string, count: () => Promise<T>): Promise<T> {
  try {
    return await count();
  } catch (refusal) {
    const room = processWide("limit.waiting", () => new Map<string, number>());
    const waiting = room.get(key) ?? 0;
    const waitMs = refusal instanceof AppError ? refusal.details.retryAfterMs : undefined;
    if (waitMs === undefined || waiting >= quotaOf("burst")) throw refusal;
    room.set(key, waiting + 1);
    try {
      await pause(waitMs);
      return await count();
    } finally {
      const left = (room.get(key) ?? 1) - 1;
      if (left > 0) room.set(key, left);
      else room.delete(key);
    }
  }
}

/** The limits in force as `RateLimit-Policy` wants them; undefined when both are off. */
export function ratePolicy(): string | undefined {
  const policies = (["burst", "sustained"] as const)
    .filter((policy) => quotaOf(policy) > 0)
    .map((policy) => `"${policy}";q=${quotaOf(policy)};w=${windows[policy]}`);
  return policies.length > 0 ? policies.join(", ") : undefined;
}

async function consume(policy: keyof typeof windows, key: string): Promise<RateState | undefined> {
  if (quotaOf(policy) === 0) return undefined;
  try {
    return stateOf(policy, await limiter(policy).consume(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw overLimit(stateOf(policy, refusal));
  }
}

function overLimit(rate: RateState): AppError {
  const { policy, resetSeconds } = rate;
  return new AppError(
    "rate_limited",
    `More than ${quotaOf(policy)} requests in ${windows[policy]} s. Wait ${resetSeconds} s.`,
    { retryAfterMs: resetSeconds * 1000, rate },
  );
}

function quotaOf(policy: keyof typeof windows): number {
  return policy === "burst" ? env().RATE_LIMIT_BURST : env().RATE_LIMIT_SUSTAINED;
}

function limiter(policy: keyof typeof windows): RateLimiterMemory {
  return processWide(`limit.${policy}`, () => {
    return new RateLimiterMemory({ points: quotaOf(policy), duration: windows[policy] });
  });
}

function stateOf(policy: keyof typeof windows, result: RateLimiterRes): RateState {
  return {
    policy,
    remaining: Math.max(0, result.remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  };
}
