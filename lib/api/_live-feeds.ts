import { operatorOf } from "../core/actor";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { may, type Role } from "../core/permissions";
import { getBalance } from "../credits/get-balance";
import type { LiveEvent } from "../messages/contract";
import { watchMessages } from "../messages/watch-messages";
import { readSession } from "../sessions/read-session";
import { apiSentences } from "./sentences";

/**
 * Most live streams at once. A browser opens six to one host over HTTP/1.1, and a hidden tab lets its own
 * go, so more of one session are hardly anybody's tabs.
 */
const maxPerSession = 8;
const maxPerAccount = 40;
const maxPerProcess = 2000;
/** When a stream that found no place is worth another attempt. */
const fullRetryMs = 30_000;

const heartbeatMs = 15_000;
/** For how long a session that was looked at counts as alive. */
const freshMs = 1000;

export type EndReason = "replaced" | "signed_out";

/** One open stream, as its account's feed sees it. */
export interface LiveStream {
  sessionId: string;
  /** What its person was when it began; with another role it ends, and the browser comes back. */
  role: Role;
  write(bytes: Uint8Array): void;
  /** Ends it. "replaced" when another one of its session took its place, "signed_out" when the session ended. */
  end(reason?: EndReason): void;
}

interface Feed {
  accountId: string;
  /** The oldest first. */
  streams: Set<LiveStream>;
  /** Those that are told what happens. */
  listening: Set<LiveStream>;
  /** Those that wait for the balance, and what they are told before it. */
  arrivals: Map<LiveStream, Uint8Array>;
  /** When each session was last seen alive, in milliseconds of this process's clock. */
  seenMs: Map<string, number>;
  ready: Promise<() => void>;
  telling: Promise<void>;
  heartbeat: NodeJS.Timeout;
  /** Set while a session is left unread because it was alive a moment ago. */
  nextLook?: NodeJS.Timeout | undefined;
}

/** By account. */
export const feeds = new Map<string, Feed>();

/** Ends every live stream of this process. */
export function endStreams(): void {
  for (const { streams } of feeds.values()) for (const stream of streams) stream.end();
}

/** Throws rate_limited when there is no room for one more stream of an account. */
export function demandRoom(accountId: string): void {
  const ofAccount = feeds.get(accountId)?.streams.size ?? 0;
  const all = [...feeds.values()].reduce((sum, { streams }) => sum + streams.size, 0);
  if (ofAccount < maxPerAccount && all < maxPerProcess) return;
  throw new AppError("rate_limited", apiSentences.tooManyStreams, {
    retryAfterMs: fullRetryMs,
  });
}

/**
 * Adds a stream to its account's feed: it is told that it is ready, the balance, and from then on whatever
 * happens. Each event is read and written out once for all streams of the account, and each session is
 * looked at once for all of its streams. The oldest of a session that has too many ends. Throws rate_limited.
 */
export function joinFeed(accountId: string, stream: LiveStream): void {
  const ofSession = streamsOf(feeds.get(accountId), stream.sessionId);
  if (ofSession.length >= maxPerSession) ofSession[0]?.end("replaced");
  demandRoom(accountId);
  const joined = feeds.get(accountId) ?? openFeed(accountId);
  joined.streams.add(stream);
  joined.seenMs.set(stream.sessionId, Date.now());
  welcome(accountId, joined, stream).catch((error) => {
    log().error({ err: error }, "live stream could not start");
    stream.end();
  });
}

/** Takes a stream out of its account's feed; the last one closes the feed. */
export function leaveFeed(accountId: string, stream: LiveStream): void {
  const feed = feeds.get(accountId);
  if (!feed?.streams.delete(stream)) return;
  feed.listening.delete(stream);
  feed.arrivals.delete(stream);
  const { sessionId } = stream;
  if (streamsOf(feed, sessionId).length === 0) feed.seenMs.delete(sessionId);
  if (feed.streams.size > 0) return;
  feeds.delete(accountId);
  clearInterval(feed.heartbeat);
  clearTimeout(feed.nextLook);
  void feed.ready.then(
    (unwatch) => unwatch(),
    () => undefined,
  );
}

/** Tells a stream that went on after a stall to look again, and the balance. */
export function catchUp(accountId: string, stream: LiveStream): void {
  const feed = feeds.get(accountId);
  if (feed?.streams.has(stream)) greet(accountId, feed, [stream, frame({ kind: "refetch" })]);
}

const encoder = new TextEncoder();

/** An event as it goes over the wire. */
function frame({ kind, ...content }: LiveEvent): Uint8Array {
  return encoder.encode(`event: ${kind}\ndata: ${JSON.stringify(content)}\n\n`);
}

function openFeed(accountId: string): Feed {
  const feed: Feed = {
    accountId,
    streams: new Set(),
    listening: new Set(),
    arrivals: new Map(),
    seenMs: new Map(),
    ready: watchMessages(accountId, (event) => publish(feed, event, freshMs)),
    telling: Promise.resolve(),
    heartbeat: setInterval(() => publish(feed, null, 0), heartbeatMs),
  };
  feeds.set(accountId, feed);
  return feed;
}

const ready = encoder.encode("event: ready\ndata: {}\n\n");
const stillHere = encoder.encode(": still here\n\n");

async function welcome(accountId: string, feed: Feed, stream: LiveStream): Promise<void> {
  await feed.ready;
  if (feed.streams.has(stream)) greet(accountId, feed, [stream, ready]);
}

/**
 * Pages do not ask for the balance, and it may have moved while nobody listened. It is read once for all who
 * arrive meanwhile, in its turn: an older balance must not follow a newer one.
 */
function greet(accountId: string, feed: Feed, [stream, greeting]: [LiveStream, Uint8Array]): void {
  feed.arrivals.set(stream, greeting);
  if (feed.arrivals.size > 1) return;
  inTurn(feed, async () => {
    const arrivals = [...feed.arrivals];
    feed.arrivals.clear();
    for (const [arrival, said] of arrivals) {
      feed.listening.add(arrival);
      arrival.write(said);
    }
    const balance = frame({
      kind: "balance",
      credits: await getBalance({ actor: operatorOf(accountId) }),
    });
    for (const [arrival] of arrivals) arrival.write(balance);
  });
}

/**
 * Writes to all who listen, whose session is alive, and who may read it, in the order of the calls: an event, or that the
 * stream is alive.
 */
function publish(feed: Feed, event: LiveEvent | null, maxAgeMs: number): void {
  const bytes = event ? frame(event) : stillHere;
  const isForAll = event === null || event.kind === "balance";
  inTurn(feed, async () => {
    const sessions = new Set([...feed.streams].map(({ sessionId }) => sessionId));
    await Promise.all([...sessions].map((sessionId) => look(feed, sessionId, maxAgeMs)));
    for (const stream of feed.listening) {
      if (isForAll || may(stream.role, "read_messages")) stream.write(bytes);
    }
  });
}

/** A turn that fails ends all streams; their browsers come back and look again. */
function inTurn(feed: Feed, turn: () => Promise<void>): void {
  feed.telling = feed.telling.then(turn).catch((error) => {
    log().error({ err: error }, "live streams were interrupted");
    for (const stream of feed.streams) stream.end();
  });
}

/** Ends the streams of a session that is over, and those that began with another role. */
async function look(feed: Feed, sessionId: string, maxAgeMs: number): Promise<void> {
  if (Date.now() - (feed.seenMs.get(sessionId) ?? 0) <= maxAgeMs) {
    // What there was to tell may have been that it ended.
    feed.nextLook ??= setTimeout(() => {
      feed.nextLook = undefined;
      publish(feed, null, 0);
    }, freshMs);
    return;
  }
  const session = await readSession(sessionId);
  for (const stream of streamsOf(feed, sessionId)) {
    if (!session) stream.end("signed_out");
    // Another role, or an administrator who looks at another account by now: the browser comes back for that.
    else if (stream.role !== session.role || session.accountId !== feed.accountId) stream.end();
    else feed.seenMs.set(sessionId, Date.now());
  }
}

function streamsOf(feed: Feed | undefined, sessionId: string): LiveStream[] {
  return [...(feed?.streams ?? [])].filter((stream) => stream.sessionId === sessionId);
}
