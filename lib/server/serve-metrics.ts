import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { api } from "../api/app";
import { log } from "../core/log";
import { checkRequest } from "./check-request";
import { clientOf, isRelayed } from "./client-address";
import { listen } from "./listen";
import { rejectRequest } from "./reject-request";

const path = "/api/metrics";

/** A request has no body and few headers. */
const limits = { headersTimeout: 5000, requestTimeout: 10_000, maxHeaderSize: 8192 };

/** Serves the figures, and nothing else, on a port of its own: a worker has no other. */
export async function serveMetrics(
  port: number,
  host: string,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(limits, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log().error({ err: error }, "the figures could not be read");
      response.destroy();
    });
  });
  const bound = await listen(server, port, host);
  return {
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const rejection = checkRequest(request);
  if (rejection) return rejectRequest(response, rejection);
  if (request.url?.split("?", 1)[0] !== path) {
    return rejectRequest(response, {
      status: 404,
      sentence: "This port serves /api/metrics only.",
    });
  }
  const { method = "GET", headers } = request;
  const { host = "localhost", authorization } = headers;
  const asked = new Request(`http://${host}${path}`, {
    method: method === "GET" || method === "HEAD" ? method : "POST",
    headers: { host, ...(authorization ? { authorization } : {}) },
  });
  const answered = await api.fetch(asked, {
    clientAddress: clientOf(request).address,
    isRelayed: () => isRelayed(request),
  });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(await answered.text());
}
