import { sessionFromCookie } from "../accounts/read-session-cookie";
import { log } from "../core/log";
import { processWide } from "../core/process-wide";
import type { LiveEvent } from "../messages/contract";
import { watchMessages } from "../messages/watch-messages";

const heartbeatMs = 15_000;
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

/**
 * Server-sent events (WHATWG HTML, 9.2) about one account's messages and balance. The stream ends when
 * the browser leaves, the server stops, or the session is over (looked at with each heartbeat).
 */
export function liveResponse(viewer: Viewer): Response {
  const encoder = new TextEncoder();
  let close = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      close = keepOpen(viewer, write, () => controller.close());
    },
    cancel: () => close(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
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
  const heartbeat = setInterval(() => {
    say(": still here\n\n");
    sessionFromCookie(viewer.cookie).then((session) => {
      if (!session) close();
    }, close);
  }, heartbeatMs);
  openStreams().add(close);
  viewer.signal.addEventListener("abort", close);
  say(`retry: ${retryMs}\n\n`);
  watchMessages(viewer.accountId, (event) => say(frame(event))).then(
    (stop) => {
      unwatch = stop;
      if (!isOpen) stop();
      else say("event: ready\ndata: {}\n\n");
    },
    (error) => {
      log().error({ err: error }, "live stream could not start");
      close();
    },
  );
  return close;
}

function frame({ kind, ...data }: LiveEvent): string {
  return `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
