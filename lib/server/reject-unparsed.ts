import type { OutgoingMessage, Server } from "node:http";
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

/** Answers what never becomes a request: bytes that are no HTTP, headers that are too large or slow, and tunnels. */
export function rejectUnparsed(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    // With a response under way there is no room for another; a peer that has gone reads none.
    if (error.code === "ECONNRESET" || hasBegunResponse(socket)) return void socket.destroy();
    end(socket, rejections[error.code ?? ""] ?? malformed);
  });
  server.on("connect", (_request, socket: Socket) => {
    end(socket, { status: 405, sentence: "This server is not a proxy." });
  });
}

function end(socket: Socket, rejection: Rejection): void {
  if (!socket.writable) return void socket.destroy();
  rejectConnection(socket, rejection);
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

/** Node's own handler looks at the same field; there is no other way to know. */
function hasBegunResponse(socket: Socket): boolean {
  const response: OutgoingMessage | null | undefined = Reflect.get(socket, "_httpMessage");
  return response?.headersSent === true;
}
