import type { IncomingMessage } from "node:http";

/** How long, and how much, a client may go on sending after its response. */
const lingerMs = 2000;
const maxDiscardedBytes = 1_048_576;

/**
 * Ends a connection without a reset when its last response comes before the whole body: closing a socket with unread
 * bytes would take the response away from a client that is still writing. What comes is thrown away; beyond 1 MB
 * it is not even read, and after two seconds the connection is gone.
 */
export function lingerAfterResponse(request: IncomingMessage): void {
  const { socket } = request;
  const destroySoon = socket.destroySoon.bind(socket);
  // Node calls this when the last response of a connection is written.
  socket.destroySoon = () => {
    socket.destroySoon = destroySoon;
    if (request.readableEnded) return destroySoon();
    socket.end();
    let bytesLeft = maxDiscardedBytes;
    request.on("data", (chunk: Buffer) => {
      bytesLeft -= chunk.length;
      if (bytesLeft < 0) request.pause();
    });
    request.once("end", destroySoon);
    request.resume();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}
