import { env } from "../core/env";
import { log } from "../core/log";
import { processWide } from "../core/process-wide";
import { redis } from "../core/redis";
import type { Sender } from "./_rate-limiter";

/** A bucket holds what one window allows and fills evenly, in this many microseconds from empty to full. */
const windowUs = 60_000_000;
/** Buckets in memory; beyond this many, those that are full again are forgotten. */
const maxBuckets = 10_000;

/** The length of the window in seconds, for `RateLimit-Policy`. */
export const messageWindowSeconds = windowUs / 1_000_000;

interface Taking {
  /** Whose bucket. */
  key: string;
  /** What a full bucket holds. */
  quota: number;
  /** How many messages to take; 0 only looks. */
  count: number;
}

export interface Taken {
  /** Too few were left, so none was taken. */
  isOver: boolean;
  remaining: number;
  /** Milliseconds until the same count can be taken; 0 when it was taken. */
  waitMs: number;
}

/**
 * Takes a number of messages from a bucket (GCRA), all or none. A count larger than the whole quota may be taken
 * from a full bucket, which then needs the longer to fill. Counted in Redis when there is one, so that all
 * processes share the bucket, and in this process while it is away.
 */
export async function takeMessages({ key, quota, count }: Taking): Promise<Taken> {
  const cost = Math.ceil((count * windowUs) / quota);
  const { isOver, emptyUs } = await spend(key, cost);
  return {
    isOver,
    remaining: Math.max(0, Math.floor(((windowUs - emptyUs) * quota) / windowUs)),
    waitMs: isOver ? Math.min(emptyUs, emptyUs + cost - windowUs) / 1000 : 0,
  };
}

interface Spent {
  isOver: boolean;
  /** How long the bucket now takes to be full again. */
  emptyUs: number;
}

async function spend(key: string, cost: number): Promise<Spent> {
  const client = await redis();
  if (client?.status !== "ready") return spendHere(key, cost);
  try {
    const name = `depesza.limit.messages:${key}`;
    const [isOver, emptyUs] = (await client.eval(
      spendInRedis,
      1,
      name,
      cost,
      windowUs,
    )) as number[];
    return { isOver: isOver === 1, emptyUs: emptyUs ?? 0 };
  } catch (error) {
    // That Redis is away is said by its connection, once.
    log().debug({ err: error }, "messages are counted in this process for now");
    return spendHere(key, cost);
  }
}

/** The same sum as `spendHere`, by the clock of Redis, which all processes share. */
const spendInRedis = `
local time = redis.call('time')
local now = time[1] * 1000000 + time[2]
local full = math.max(tonumber(redis.call('get', KEYS[1]) or '0'), now)
local after = full + ARGV[1]
if full > now and after > now + ARGV[2] then return {1, full - now} end
if after > now then
  redis.call('set', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000))
end
return {0, after - now}`;

function spendHere(key: string, cost: number): Spent {
  const fullAtUs = processWide("limit.messages", () => new Map<string, number>());
  const now = performance.now() * 1000;
  const full = Math.max(fullAtUs.get(key) ?? 0, now);
  const after = full + cost;
  if (full > now && after > now + windowUs) return { isOver: true, emptyUs: full - now };
  if (after > now) fullAtUs.set(key, after);
  if (fullAtUs.size > maxBuckets) forgetFull(fullAtUs, now);
  return { isOver: false, emptyUs: after - now };
}

function forgetFull(fullAtUs: Map<string, number>, now: number): void {
  for (const [key, full] of fullAtUs) if (full <= now) fullAtUs.delete(key);
}

/** How many messages an account may send in a window, test messages apart; 0 means any number. */
export function messageQuota({ mode, limits }: Pick<Sender, "mode" | "limits">): number {
  return mode === "test"
    ? (limits?.testMessagesPerMinute ?? env().RATE_LIMIT_TEST_MESSAGES)
    : (limits?.messagesPerMinute ?? env().RATE_LIMIT_MESSAGES);
}
