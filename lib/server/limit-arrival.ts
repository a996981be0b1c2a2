import type { IncomingMessage, Server } from "node:http";
import { bodyLimitOf } from "../api/body-limit-of";

const defaultMs = 30_000;
/** The slowest line that large bodies are meant for: half a megabit per second. */
const minBytesPerSecond = 65_536;
/** Bodies up to this size come within the usual time over such a line. */
const freeBytes = 1_048_576;

/** For how long a body of this size may arrive: 30 s, and beyond a megabyte the time that takes at 64 KiB/s. */
export function arrivalMs(bytes: number): number {
  return bytes <= freeBytes ? defaultMs : defaultMs + Math.ceil((bytes / minBytesPerSecond) * 1000);
}

/** What no body may exceed, whatever its path. */
export const maxArrivalMs = arrivalMs(33_554_432);

/**
 * Gives up a request whose body does not arrive in time: as Node's own `requestTimeout` does, but by the size that the
 * body declares, or may have, and only while it keeps that pace: a place that it takes is not held by silence. The server
 * answers 408.
 */
export function limitArrival(server: Server, request: IncomingMessage): void {
  const { headers } = request;
  const isChunked = headers["transfer-encoding"] !== undefined;
  if (!isChunked && !(Number(headers["content-length"]) > 0)) return;
  const before = request.socket.bytesRead;
  // Most bodies come with their head, and are whole a moment later.
  setImmediate(() => {
    if (!request.complete && !request.destroyed) watchArrival(server, request, before);
  });
}

function watchArrival(server: Server, request: IncomingMessage, before: number): void {
  const { headers } = request;
  const isChunked = headers["transfer-encoding"] !== undefined;
  const maxBytes = bodyLimitOf(request.url ?? "");
  const bytes = isChunked ? maxBytes : Math.min(Number(headers["content-length"]), maxBytes);
  let waitedMs = defaultMs;
  let timer = setTimeout(look, waitedMs).unref();
  request.once("close", () => clearTimeout(timer));

  function look(): void {
    if (request.complete) return;
    const arrived = request.socket.bytesRead - before;
    const allowedMs = arrivalMs(Math.min(arrived, bytes));
    if (allowedMs > waitedMs) {
      timer = setTimeout(look, allowedMs - waitedMs).unref();
      waitedMs = allowedMs;
      return;
    }
    const error = Object.assign(new Error("A body was late."), {
      code: "ERR_HTTP_REQUEST_TIMEOUT",
    });
    server.emit("clientError", error, request.socket);
  }
}
