import { Redis } from "ioredis";
import { env } from "./env";
import { log } from "./log";
import { oncePer } from "./once";

/** How long one answer, and one connection, may take before Redis counts as away. */
const answerMs = 1000;
const connectMs = 1000;
const maxBetweenTriesMs = 2000;

/**
 * The process's one connection to the Redis of REDIS_URL, once it has been tried; undefined without one.
 * While Redis is away its commands fail at once, and it is tried again all the time.
 */
export async function redis(): Promise<Redis | undefined> {
  const { REDIS_URL } = env();
  return REDIS_URL ? connectOnce(REDIS_URL) : undefined;
}

const connectOnce = oncePer(connect);

async function connect(url: string): Promise<Redis> {
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: connectMs,
    commandTimeout: answerMs,
    socketTimeout: answerMs,
    retryStrategy: (tries) => Math.min(tries * 100, maxBetweenTriesMs),
  });
  recordAbsence(client);
  // A first try that fails is a Redis that is away: said below, and tried again.
  await client.connect().catch(() => undefined);
  return client;
}

/** Says once that Redis is away, and once that it is back. */
function recordAbsence(client: Redis): void {
  let isAway = false;
  client.on("error", (error: unknown) => {
    if (!isAway)
      log().warn(
        { err: error },
        "Redis is unavailable: each process enforces its own limits for now",
      );
    isAway = true;
  });
  client.on("ready", () => {
    if (isAway) log().info("Redis is back: limits are shared again");
    isAway = false;
  });
}
