import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { api } from "../api/app";
import { closeStreams } from "../api/live-response";
import { announcePort } from "../core/env";
import { relayedHeader } from "../core/relayed-header";
import { clientOf, isRelayed } from "./client-address";
import { listenLightly } from "./listen-lightly";
import { loadPages, type Pages } from "./load-pages";

interface FrontDoorOptions {
  port: number;
  host: string;
  role: "all" | "web" | "api";
}

export interface FrontDoor {
  url: string;
  port: number;
  /** Stops accepting, ends live streams, finishes what is in hand (at most 8 s). */
  close(): Promise<void>;
}

/** Slow or silent clients are let go: headers within 15 s, the whole request within 30 s. */
const limits = { headersTimeout: 15_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };
const drainMs = 8000;

/**
 * The one public listener: `/api/*` goes straight to the API (ten times faster than through a route
 * handler), everything else to Next. Role `api` answers without ever loading Next.
 */
export async function serveFrontDoor({ port, host, role }: FrontDoorOptions): Promise<FrontDoor> {
  const server = createServer(limits);
  const pages = role === "api" ? undefined : await loadPages(server);
  const answerApi = listenLightly((request, { incoming }) =>
    api.fetch(request, { clientAddress: clientOf(incoming as IncomingMessage).address }),
  );
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (!pages || isApi(request.url)) return void answerApi(request, response);
    if (!isDecodable(request.url)) return refuseAddress(response);
    forward(request);
    return void pages.answer(request, response);
  });
  const bound = await listen(server, port, host);
  announcePort(bound);
  return { url: `http://localhost:${bound}`, port: bound, close: () => close(server, pages) };
}

/** Everything under /api but sign-in, which is next-auth's own route handler. */
function isApi(url: string | undefined): boolean {
  return url !== undefined && /^\/api\//.test(url) && !/^\/api\/auth\//.test(url);
}

/** Next answers 500 to a path whose escapes are no UTF-8. */
function isDecodable(url: string | undefined): boolean {
  try {
    return decodeURIComponent(url?.split("?", 1)[0] ?? "") !== "";
  } catch {
    return false;
  }
}

function refuseAddress(response: ServerResponse): void {
  response.writeHead(400, { "content-type": "text/plain", "x-content-type-options": "nosniff" });
  response.end("This address is not valid.\n");
}

/** Next and next-auth believe forwarded headers, so they get only those we have checked. */
function forward(request: IncomingMessage): void {
  const { headers } = request;
  const client = clientOf(request);
  if (isRelayed(request)) headers[relayedHeader] = "yes";
  for (const name of Object.keys(headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete headers[name];
  }
  headers["x-forwarded-for"] = client.address ?? "";
  if (client.forwardedHost) headers["x-forwarded-host"] = client.forwardedHost;
  headers["x-forwarded-proto"] = client.forwardedProto ?? "http";
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function close(server: Server, pages: Pages | undefined): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  closeStreams();
  // A connection that was busy when closing began stays open when it falls idle, unless told.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
  await pages?.close();
}
