import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { type Rejection, rejectConnection } from "./reject-request";

/** How long a client may take to read why it was rejected. */
const lingerMs = 1000;

const malformed = { status: 400, sentence: "This is not a valid HTTP request." };

const rejections: Record<string, Rejection> = {
  HPE_HEADER_OVERFLOW: { status: 431, sentence: "The request headers are too large." },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, sentence: "The chunk extensions are too large." },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, sentence: "The request took too long to arrive." },
};

/**
 * Answers what never becomes a request: bytes that are no HTTP, headers that are too large or slow, and tunnels. Requests
 * that came whole before it get their responses first: who takes the rejection for one of theirs would send it again.
 */
export function rejectUnparsed(server: Server): void {
  const ending = new WeakSet<Socket>();
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    // A peer that has gone reads none.
    if (error.code === "ECONNRESET") return void socket.destroy();
    if (ending.has(socket)) return;
    ending.add(socket);
    rejectInTurn(socket, rejections[error.code ?? ""] ?? malformed);
  });
  server.on("connect", (_request, socket: Socket) => {
    end(socket, { status: 405, sentence: "This server is not a proxy." });
  });
}

function rejectInTurn(socket: Socket, rejection: Rejection): void {
  const response = responseUnderWay(socket);
  if (response?.req.complete) {
    response.once("close", () => rejectInTurn(socket, rejection));
    return;
  }
  // With a response under way there is no room for another.
  if (response?.headersSent) return void socket.destroy();
  end(socket, rejection);
}

function end(socket: Socket, rejection: Rejection): void {
  if (!socket.writable) return void socket.destroy();
  rejectConnection(socket, rejection);
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

/** Node's own handler looks at the same field; there is no other way to know. */
function responseUnderWay(socket: Socket): ServerResponse | undefined {
  return Reflect.get(socket, "_httpMessage") ?? undefined;
}
