import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterStoreAbstract,
} from "rate-limiter-flexible";
import type { Actor } from "../core/actor";
import { env } from "../core/env";
import { processWide } from "../core/process-wide";
import { redis } from "../core/redis";

export type Policy = "burst" | "sustained";
export type RateLimiter = RateLimiterAbstract | RateLimiterStoreAbstract;

/** Whose requests and messages are counted, and against which limits. Test mode has limits of its own. */
export type Sender = Pick<Actor, "accountId" | "mode" | "limits">;

/** Only counts: what is too much is up to the account, not to the counter. */
const unlimited = Number.MAX_SAFE_INTEGER;

/** The length of each policy's window in seconds. */
export const windows = { burst: 1, sustained: 60 } as const;

/**
 * Windows end this much earlier than we say: timers fire a little early and clocks count whole
 * milliseconds, but whoever waits as long as told must get through.
 */
const slackMs = 10;

/** As the library's own script, but for the slack. Returns what was counted and the milliseconds left. */
const countInRedis = `
redis.call('set', KEYS[1], 0, 'PX', ARGV[2] * 1000 - ${slackMs}, 'NX')
return {redis.call('incrby', KEYS[1], ARGV[1]), redis.call('pttl', KEYS[1])}`;

/** Under what an account's limits are counted: test tokens apart from live ones. */
export function keyOf({ accountId, mode }: Sender): string {
  return `${accountId}${mode === "test" ? ".test" : ""}`;
}

/** How many requests an account has in a policy's window; 0 means any number. */
export function quotaOf(policy: Policy, { limits }: Pick<Sender, "limits">): number {
  return policy === "burst"
    ? (limits?.requestsPerSecond ?? env().RATE_LIMIT_BURST)
    : (limits?.requestsPerMinute ?? env().RATE_LIMIT_SUSTAINED);
}

/**
 * The counter of a policy: shared by all processes through REDIS_URL, in this process without one and
 * for as long as Redis is away.
 */
export function rateLimiter(policy: Policy): Promise<RateLimiter> {
  return processWide(`limit.${policy}`, () => makeLimiter(policy));
}

async function makeLimiter(policy: Policy): Promise<RateLimiter> {
  const points = unlimited;
  const inProcess = new RateLimiterMemory({ points, duration: windows[policy] - slackMs / 1000 });
  const client = await redis();
  if (!client) return inProcess;
  return new RateLimiterRedis({
    points,
    duration: windows[policy],
    keyPrefix: `depesza.limit.${policy}`,
    storeClient: client,
    rejectIfRedisNotReady: true,
    customIncrTtlLuaScript: countInRedis,
    insuranceLimiter: inProcess,
  });
}
