import {
  Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestTo,
  type ServerResponse,
} from "node:http";
import { log } from "../core/log";
import { rejectAway } from "./reject-away";
import { stylesheetLink } from "./stylesheet-link";

/** How long a page may take to begin: longer than a sign-in waits for its turn. */
const headMs = 90_000;
/** So much of a response waits here for a slow client, so that it holds no connection to the pages. */
const maxBufferedBytes = 1_048_576;

const agent = new Agent({ keepAlive: true, maxSockets: 1000, maxFreeSockets: 64 });

/** Headers about one connection (RFC 9110, 7.6.1), and what Node writes by itself. */
const ownHeaders = new Set(
  "connection keep-alive proxy-connection te trailer transfer-encoding upgrade expect date".split(
    " ",
  ),
);

/**
 * Lets the process of the pages answer a request: both bodies pass as they come, and a client that leaves takes its
 * request along. Responds 503 when nobody listens at `socketPath`, or nothing comes for 90 seconds.
 */
export function relayPage(
  socketPath: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (socketPath === undefined) return void rejectAway(request, response);
  const { method, url: path } = request;
  const relayed = requestTo({
    ...{ socketPath, agent, method, path, setHost: false },
    headers: withoutOwn(request.headers),
  });
  const fail = (error: Error) => {
    clearTimeout(late);
    if (response.destroyed) return;
    log().warn({ err: error }, "a page was not answered");
    if (response.headersSent) response.destroy();
    else rejectAway(request, response);
  };
  const late = setTimeout(() => relayed.destroy(new Error("no response in time")), headMs);
  relayed.on("error", fail);
  relayed.once("response", (answer) => {
    clearTimeout(late);
    answer.on("error", fail);
    pass(answer, response);
  });
  response.once("close", () => {
    clearTimeout(late);
    if (!response.writableFinished) relayed.destroy();
    // What nobody read must not stand before the next request of the connection.
    request.unpipe(relayed);
    request.resume();
  });
  request.pipe(relayed);
}

function withoutOwn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name)));
}

function pass(answer: IncomingMessage, response: ServerResponse): void {
  const { rawHeaders, statusCode = 502, statusMessage } = answer;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = "", value = ""] = rawHeaders.slice(at, at + 2);
    if (!ownHeaders.has(name.toLowerCase())) response.appendHeader(name, value);
  }
  const link = answer.headers["content-type"]?.startsWith("text/html") && stylesheetLink();
  if (link) response.appendHeader("link", link);
  response.writeHead(statusCode, statusMessage);
  // With the first bytes of the body, unless they are still to come.
  setImmediate(() => response.writableEnded || response.flushHeaders());
  answer.on("data", (chunk: Buffer) => {
    response.write(chunk);
    if (response.writableLength < maxBufferedBytes) return;
    answer.pause();
    response.once("drain", () => answer.resume());
  });
  answer.once("end", () => response.end());
}
