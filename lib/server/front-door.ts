import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { api } from "../api/app";
import { bodyLimitOf } from "../api/body-limit-of";
import { closeStreams } from "../api/live-response";
import { announcePort } from "../core/env";
import { log } from "../core/log";
import { answerPage } from "./answer-page";
import { checkRequest } from "./check-request";
import { clientOf } from "./client-address";
import { closeServer } from "./close-server";
import { listenLightly } from "./listen-lightly";
import { loadPages, type Pages } from "./load-pages";
import { rejectRequest } from "./reject-request";
import { rejectUnparsed } from "./reject-unparsed";
import { pageHeaders, securityHeaders } from "./security-headers";
import { type ServerResponseClass, serverResponse } from "./server-response";

type HttpServer = Server<typeof IncomingMessage, ServerResponseClass>;

interface FrontDoorOptions {
  port: number;
  host: string;
  role: "all" | "web" | "api";
}

export interface FrontDoor {
  url: string;
  port: number;
  /** Ends live streams, stops accepting, answers every request that was sent before (at most 8 s). */
  close(): Promise<void>;
}

/** Slow or silent clients are let go: headers within 15 s, the whole request within 30 s, looked at every 5 s. */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
  // Checked with everything else about a request's head, so that every rejection has the same headers.
  requireHostHeader: false,
};

/**
 * The one public listener: `/api/*` goes straight to the API (ten times faster than through a route
 * handler), everything else to Next. Role `api` answers without ever loading Next.
 */
export async function serveFrontDoor({ port, host, role }: FrontDoorOptions): Promise<FrontDoor> {
  const state = { isClosing: false };
  const server: HttpServer = createServer({
    ...limits,
    ServerResponse: serverResponse(state, securityHeaders()),
  });
  const pages = role === "api" ? undefined : await loadPages(server);
  answerRequests(server, pages);
  rejectUnparsed(server);
  const connections = trackConnections(server);
  const bound = await listen(server, port, host);
  announcePort(bound);
  pages?.serveAt(bound);
  return {
    url: `http://localhost:${bound}`,
    port: bound,
    async close() {
      const onRefusing = () => {
        state.isClosing = true;
      };
      await closeServer(server, { connections, onRefusing, endStreams: closeStreams });
      await pages?.close();
    },
  };
}

function answerRequests(server: HttpServer, pages: Pages | undefined) {
  const headersOfPages = pageHeaders();
  const answerApi = listenLightly((request, { incoming }) => {
    const { address, ...forwarded } = clientOf(incoming as IncomingMessage);
    return api.fetch(request, { clientAddress: address, ...forwarded });
  });
  const answer = (request: IncomingMessage, response: InstanceType<ServerResponseClass>) => {
    const rejection = checkRequest(request);
    if (rejection) return rejectRequest(response, rejection);
    if (!pages || isApi(request.url)) return void answerApi(request, response);
    response.fixedHeaders = headersOfPages;
    answerPage(pages, request, response).catch((error: unknown) => {
      log().error({ err: error }, "a page failed");
      response.destroy();
    });
  };
  server.on("request", answer);
  server.on("checkContinue", (request, response) => {
    const isTooLarge = Number(request.headers["content-length"]) > bodyLimitOf(request.url ?? "");
    if (!isTooLarge) response.writeContinue();
    answer(request, response);
  });
  server.on("checkExpectation", (_request, response) => {
    rejectRequest(response, { status: 417, sentence: "The Expect header is not supported." });
  });
}

/** Everything under /api but sign-in, which is next-auth's own route handler. */
function isApi(url: string | undefined): boolean {
  return url !== undefined && /^\/api\//.test(url) && !/^\/api\/auth\//.test(url);
}

function trackConnections(server: HttpServer): Set<Socket> {
  const connections = new Set<Socket>();
  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  return connections;
}

function listen(server: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
