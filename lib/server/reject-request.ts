import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { securityHeaders } from "./security-headers";

/** Why a request is rejected before anything of the product sees it. */
export interface Rejection {
  status: number;
  sentence: string;
  /** 405: the methods there are, as the Allow header wants them. */
  allow?: string;
}

/** The headers of a response that is a sentence alone. */
export function rejectionHeaders(): Record<string, string> {
  return {
    ...securityHeaders(),
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
  };
}

/** Responds with the sentence alone. */
export function rejectRequest(response: ServerResponse, { status, sentence, allow }: Rejection) {
  response.writeHead(status, { ...rejectionHeaders(), ...(allow && { allow }) });
  response.end(`${sentence}\n`);
}

/** The same on a connection without a request that could be parsed. Ends the connection. */
export function rejectConnection(socket: Socket, { status, sentence }: Rejection): void {
  const body = `${sentence}\n`;
  const headers = {
    ...rejectionHeaders(),
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const start = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`;
  socket.end([start, ...lines, "", body].join("\r\n"));
}
