import type { UserActor } from "../core/actor";
import {
  catchUp,
  demandRoom,
  type EndReason,
  endStreams,
  joinFeed,
  type LiveStream,
  leaveFeed,
} from "./_live-feeds";

/** What may wait for a browser that does not read, and for how long it may not read. */
const maxHeldBytes = 262_144;
const maxStallMs = 60_000;
/** How soon a browser connects again after the stream broke, and after it was replaced. */
const retryMs = 1000;
const replacedRetryMs = 60_000;

interface Watching {
  actor: UserActor;
  /** Ends the stream. */
  signal: AbortSignal;
}

/** Ends every live stream of this process; browsers come back by themselves. */
export function closeStreams(): void {
  endStreams();
}

const head = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/**
 * The stream's answer to who asks for its head alone: there is nobody to tell anything. Throws rate_limited
 * when a stream would find no place, which an EventSource cannot learn from its own request.
 */
export function liveHead({ actor }: Pick<Watching, "actor">): Response {
  demandRoom(actor.accountId);
  return new Response(null, { headers: head });
}

/**
 * Server-sent events (WHATWG HTML, 9.2) about one account's messages and balance. The stream ends when
 * the browser leaves or stalls for a minute, the server stops, the session is over, or a newer stream of the
 * session needs its place (it says `replaced` then). A browser that stalls is not told what does not fit any
 * more; when it reads on, it is told to look again. Throws rate_limited when there is no room.
 */
export function liveResponse(watching: Watching): Response {
  let stream: LiveStream | undefined;
  let stalledSinceMs: number | undefined;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      const write = (bytes: Uint8Array) => {
        if (hasRoom(controller)) {
          controller.enqueue(bytes);
          return;
        }
        stalledSinceMs ??= Date.now();
        if (Date.now() - stalledSinceMs > maxStallMs) stream?.end();
      };
      stream = openStream(watching, write, (lastWords) => finish(controller, lastWords));
      write(greeting);
      joinFeed(watching.actor.accountId, stream);
    },
    pull() {
      if (stalledSinceMs === undefined || !stream) return;
      stalledSinceMs = undefined;
      catchUp(watching.actor.accountId, stream);
    },
    cancel: () => stream?.end(),
  };
  const heldBytes = new ByteLengthQueuingStrategy({ highWaterMark: maxHeldBytes });
  return new Response(new ReadableStream(source, heldBytes), { headers: head });
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

function hasRoom(controller: Controller): boolean {
  return (controller.desiredSize ?? 0) > 0;
}

function openStream(
  { actor: { accountId, sessionId, role }, signal }: Watching,
  write: (bytes: Uint8Array) => void,
  close: (lastWords: Uint8Array | undefined) => void,
): LiveStream {
  let isOpen = true;
  const stream: LiveStream = {
    sessionId,
    role,
    write(bytes) {
      if (isOpen) write(bytes);
    },
    end(reason) {
      if (!isOpen) return;
      isOpen = false;
      leaveFeed(accountId, stream);
      close(reason && farewells[reason]);
    },
  };
  signal.addEventListener("abort", () => stream.end());
  return stream;
}

function finish(controller: Controller, lastWords: Uint8Array | undefined): void {
  try {
    // A browser that does not read would never take the end either: its connection is cut.
    if (hasRoom(controller)) {
      if (lastWords) controller.enqueue(lastWords);
      controller.close();
    } else controller.error(new Error("A live stream was not read on."));
  } catch {
    // The browser was quicker: the stream is already cancelled.
  }
}

const encoder = new TextEncoder();
const greeting = encoder.encode(`retry: ${retryMs}\n\n`);
const farewells: Record<EndReason, Uint8Array> = {
  replaced: encoder.encode(`retry: ${replacedRetryMs}\nevent: replaced\ndata: {}\n\n`),
  signed_out: encoder.encode("event: signed_out\ndata: {}\n\n"),
};
