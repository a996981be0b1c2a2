import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { api } from "../api/app";
import type { Attempt } from "../api/attempt";
import { bodyLimitOf } from "../api/body-limit-of";
import { closeStreams } from "../api/live-response";
import { isProduction } from "../core/env";
import { log } from "../core/log";
import { countRequest } from "../metrics/count-request";
import { answerPage } from "./answer-page";
import { answerSend, isUsualSend } from "./answer-send";
import { checkRequest } from "./check-request";
import { clientOf, isRelayed } from "./client-address";
import type { Closing } from "./close-server";
import { createListener } from "./create-listener";
import { limitArrival, maxArrivalMs } from "./limit-arrival";
import { rejectRequest } from "./reject-request";
import { rejectUnparsed } from "./reject-unparsed";
import { relayUpgrade } from "./relay-upgrade";
import { pageHeaders, securityHeaders } from "./security-headers";
import { type ServerResponseClass, serverResponse } from "./server-response";

type HttpServer = Server<typeof IncomingMessage, ServerResponseClass>;

/** Where the process of the pages takes requests now; undefined while it is away. */
type PagesSocket = () => string | undefined;

interface OpenHttpServer extends Closing {
  server: HttpServer;
}

/**
 * Slow or silent clients are let go: headers within 15 s, looked at every 5 s, and the body as `limitArrival` says, which
 * is 30 s but for large ones. Node's own limit knows no path, so it is that of the largest.
 */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: maxArrivalMs,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
  // Checked with everything else about a request's head, so that every rejection has the same headers.
  requireHostHeader: false,
};

/**
 * What answers requests, without an address yet: the API here, everything else by the process of the pages, unless this
 * installation has none. It comes with what `closeServer` and `drainServer` need.
 */
export function openHttpServer(socketOfPages: PagesSocket | undefined): OpenHttpServer {
  const state = { isClosing: false };
  const server: HttpServer = createServer({
    ...limits,
    ServerResponse: serverResponse(state, securityHeaders()),
  });
  answerRequests(server, socketOfPages);
  rejectUnparsed(server);
  return {
    server,
    connections: trackConnections(server),
    onRefusing() {
      state.isClosing = true;
    },
    endStreams: closeStreams,
  };
}

function answerRequests(server: HttpServer, socketOfPages: PagesSocket | undefined) {
  const headersOfPages = pageHeaders();
  const answerApi = apiListener();
  const answer = (request: IncomingMessage, response: InstanceType<ServerResponseClass>) => {
    const rejection = checkRequest(request);
    if (rejection) {
      countRequest({ ...toCounted(request, "rejected"), status: rejection.status });
      return rejectRequest(response, rejection);
    }
    limitArrival(server, request);
    if (!socketOfPages || isApi(request.url)) return void answerApi(request, response);
    const counted = toCounted(request, "page");
    response.once("finish", () => countRequest({ ...counted, status: response.statusCode }));
    response.fixedHeaders = headersOfPages;
    answerPage(socketOfPages(), request, response).catch((error: unknown) => {
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
  // A build knows no other protocol: there, an offer to upgrade is a request like any other.
  if (socketOfPages && !isProduction()) {
    server.on("upgrade", (request, socket: Socket, head: Buffer) => {
      relayUpgrade(socketOfPages(), request, { socket, head });
    });
  }
  server.on("checkExpectation", (_request, response) => {
    rejectRequest(response, { status: 417, sentence: "The Expect header is not supported." });
  });
}

/** Responds to every request of the API: to the usual send directly, to all else by its router. */
function apiListener() {
  const attempts = new WeakMap<IncomingMessage, Attempt>();
  const route = createListener((request, { incoming }) => {
    const message = incoming as IncomingMessage;
    const { address, ...forwarded } = clientOf(message);
    const attempt = attempts.get(message);
    const isMarked = () => isRelayed(message);
    return api.fetch(request, {
      ...{ clientAddress: address, isRelayed: isMarked, attempt },
      ...forwarded,
    });
  });
  return async (request: IncomingMessage, response: ServerResponse) => {
    if (isUsualSend(request) && (await answerSend(request, response, attempts))) return;
    await route(request, response);
  };
}

/** A request that no template of the API counts. */
function toCounted({ method }: IncomingMessage, route: "page" | "rejected") {
  return { method, route, startedMs: performance.now() };
}

/** What Twilio's API has at this path, and everything under /api but sign-in, which is next-auth's own route handler. */
function isApi(url: string | undefined): boolean {
  return url !== undefined && /^\/(?:api|2010-04-01)\//.test(url) && !/^\/api\/auth\//.test(url);
}

function trackConnections(server: HttpServer): Set<Socket> {
  const connections = new Set<Socket>();
  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  return connections;
}
