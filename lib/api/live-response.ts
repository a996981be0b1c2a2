import { sessionFromCookie } from "../accounts/read-session-cookie";
import { log } from "../core/log";
import { processWide } from "../core/process-wide";
import { getBalance } from "../credits/get-balance";
import type { LiveEvent } from "../messages/contract";
import { watchMessages } from "../messages/watch-messages";

const heartbeatMs = 15_000;
/** For how long a session that was looked at counts as alive. */
const freshMs = 1000;
/** What may wait for a browser that does not read. */
const mostHeldBytes = 262_144;
/** How soon a browser asks again after the stream broke. */
const retryMs = 1000;

interface Viewer {
  accountId: string;
  cookie: string | null;
  signal: AbortSignal;
}

const openStreams = () => processWide("open-streams", () => new Set<() => void>());

/** Ends every live stream of this process; browsers come back by themselves. */
export function closeStreams(): void {
  for (const close of openStreams()) close();
}

const head = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** The stream's answer to who asks for its head alone: there is nobody to tell anything. */
export function liveHead(): Response {
  return new Response(null, { headers: head });
}

/**
 * Server-sent events (WHATWG HTML, 9.2) about one account's messages and balance. The stream ends when
 * the browser leaves, the server stops, or the session is over (looked at with each heartbeat and before
 * something is told). A browser that stalls is not told what does not fit any more; when it reads on, it is
 * told to look again.
 */
export function liveResponse(viewer: Viewer): Response {
  const encoder = new TextEncoder();
  let close = () => {};
  let hasMissed = false;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      const write = (text: string) => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
        else hasMissed = true;
      };
      close = keepOpen(viewer, write, () => controller.close());
    },
    async pull(controller) {
      if (!hasMissed) return;
      hasMissed = false;
      const refetch = frame({ kind: "refetch" }) + frame(await balanceOf(viewer));
      controller.enqueue(encoder.encode(refetch));
    },
    cancel: () => close(),
  };
  const heldBytes = new ByteLengthQueuingStrategy({ highWaterMark: mostHeldBytes });
  return new Response(new ReadableStream(source, heldBytes), { headers: head });
}

/** Wires a viewer to the live hub; returns the one way to end it, which may be called more than once. */
function keepOpen(viewer: Viewer, write: (text: string) => void, end: () => void): () => void {
  let isOpen = true;
  let unwatch = () => {};
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(heartbeat);
    unwatch();
    openStreams().delete(close);
    try {
      end();
    } catch {
      // The browser was quicker: the stream is already cancelled.
    }
  };
  const say = (text: string) => {
    if (isOpen) write(text);
  };
  let lookedMs = Date.now();
  const look = async () => {
    if (!(await sessionFromCookie(viewer.cookie))) close();
    lookedMs = Date.now();
  };
  const heartbeat = setInterval(() => {
    say(": still here\n\n");
    look().catch(close);
  }, heartbeatMs);
  let telling = Promise.resolve();
  const tell = (event: LiveEvent) => {
    const next = telling.then(async () => {
      if (Date.now() - lookedMs > freshMs) await look();
      say(frame(event));
    });
    telling = next.catch(close);
  };
  openStreams().add(close);
  viewer.signal.addEventListener("abort", close);
  say(`retry: ${retryMs}\n\n`);
  const begin = async () => {
    unwatch = await watchMessages(viewer.accountId, tell);
    if (!isOpen) return unwatch();
    say("event: ready\ndata: {}\n\n");
    // It may have moved while nobody listened, and pages do not ask for it.
    say(frame(await balanceOf(viewer)));
  };
  begin().catch((error) => {
    log().error({ err: error }, "live stream could not start");
    close();
  });
  return close;
}

async function balanceOf({ accountId }: Viewer): Promise<LiveEvent> {
  return { kind: "balance", credits: await getBalance(accountId) };
}

function frame({ kind, ...data }: LiveEvent): string {
  return `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
