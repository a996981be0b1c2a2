import { Cluster, Redis, type RedisOptions } from "ioredis";
import { env } from "./env";
import { warnSparsely } from "./limits/warn-sparsely";
import { log } from "./log";
import { oncePer } from "./once";
import { type RedisLogin, type RedisPlace, readRedisUrl } from "./redis-url";
import { within } from "./within";

/** How long one answer, and one connection, may take before Redis counts as away. */
const answerMs = 1000;
const connectMs = 1000;
/** A first connection may lead by Sentinels, or by the nodes of a Cluster, of which the first are away. */
const firstConnectMs = 3000;
const maxBetweenTriesMs = 2000;
/** How often, and how soon again, a command is tried at a Cluster whose node is away or has moved its keys. */
const clusterTries = { maxRedirections: 5, retryDelayOnFailover: 50, retryDelayOnClusterDown: 50 };
/** An answer of what was the primary until a moment ago. */
const demoted = /^READONLY/;

/**
 * The process's one connection to the Redis of REDIS_URL, once it has been tried; undefined without one. By Sentinels it
 * follows the primary, and in a Cluster each key's node, so a command may name one key only.
 * While Redis is away its commands fail at once, and it is tried again all the time.
 */
export async function redis(): Promise<Redis | Cluster | undefined> {
  const { REDIS_URL } = env();
  return REDIS_URL ? connectOnce(REDIS_URL) : undefined;
}

const connectOnce = oncePer(connect);

async function connect(url: string): Promise<Redis | Cluster> {
  const client = clientOf(readRedisUrl(url) ?? { kind: "single", url });
  recordAbsence(client);
  reconnectWhenEnded(client);
  // A first try that fails is a Redis that is away: said below, and tried again.
  await within(client.connect(), firstConnectMs, () => new Error("not yet")).catch(() => undefined);
  return client;
}

function clientOf(place: RedisPlace): Redis | Cluster {
  const retryStrategy = (tries: number) => Math.min(tries * 100, maxBetweenTriesMs);
  const single = { ...limits, lazyConnect: true, enableOfflineQueue: false, retryStrategy };
  if (place.kind === "single") return new Redis(place.url, single);
  const { nodes, login } = place;
  if (place.kind === "cluster") {
    return new Cluster(nodes, {
      ...clusterTries,
      redisOptions: { ...limits, ...optionsOf(login) },
      lazyConnect: true,
      enableOfflineQueue: false,
      slotsRefreshTimeout: connectMs,
      clusterRetryStrategy: retryStrategy,
    });
  }
  const { name, sentinelPassword } = place;
  const encryption = login.isEncrypted ? { sentinelTLS: {}, enableTLSForSentinelMode: true } : {};
  return new Redis({
    ...{ ...single, ...optionsOf(login), ...encryption },
    ...{ sentinels: nodes, name, sentinelRetryStrategy: retryStrategy },
    ...{ sentinelCommandTimeout: answerMs, failoverDetector: true },
    ...(sentinelPassword === undefined ? {} : { sentinelPassword }),
    reconnectOnError: ({ message }) => demoted.test(message),
  });
}

const limits = {
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  connectTimeout: connectMs,
  commandTimeout: answerMs,
  socketTimeout: answerMs,
} satisfies RedisOptions;

function optionsOf({ isEncrypted, ...login }: RedisLogin): RedisOptions {
  return { ...login, ...(isEncrypted ? { tls: {} } : {}) };
}

/**
 * A client told of a failover while it was still connecting gives up for good (ioredis's failover detector), though
 * nobody closed it: this one is connected again.
 */
function reconnectWhenEnded(client: Redis | Cluster): void {
  const reconnect = () => client.connect().catch(() => undefined);
  client.on("end", () => void setTimeout(reconnect, maxBetweenTriesMs / 4).unref());
}

/** Says once that Redis is away, and once that it is back. */
function recordAbsence(client: Redis | Cluster): void {
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
  // A Cluster that has lost one of its nodes stays ready, and says so again with each try.
  client.on("node error", (err: unknown) =>
    warnSparsely("redis.node", { err }, "A node of the Redis Cluster is unavailable"),
  );
}
