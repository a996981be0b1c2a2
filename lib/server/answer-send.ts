import type { IncomingMessage, ServerResponse } from "node:http";
import type { Attempt } from "../api/attempt";
import { bodyLimitOf } from "../api/body-limit-of";
import { isJson } from "../api/read-json";
import { sendRemembered } from "../api/send-remembered";
import { countRequest } from "../metrics/count-request";
import { isTracing } from "../traces/record-span";
import { traceRequest } from "../traces/trace-request";
import { clientOf } from "./client-address";

const path = "/api/sms";
const maxBytes = bodyLimitOf(path);

/**
 * Answers a usual `POST /api/sms` without the router. Resolves to true when it did; else the request is whole or its
 * body is left to the general way as `rawBody`, and `attempts` says what was done of it. Never rejects.
 */
export async function answerSend(
  request: IncomingMessage,
  response: ServerResponse,
  attempts: WeakMap<IncomingMessage, Attempt>,
): Promise<boolean> {
  const startedMs = performance.now();
  const outcome = await send(request);
  if (outcome === undefined) return false;
  if ("counted" in outcome) {
    attempts.set(request, outcome);
    return false;
  }
  countRequest({ method: "POST", route: path, status: 200, startedMs });
  response.writeHead(200, {
    ...outcome.headers,
    "Content-Length": Buffer.byteLength(outcome.body),
  });
  response.end(outcome.body);
  return true;
}

/** As a trace of its own, if it is accepted. */
async function send(request: IncomingMessage): ReturnType<typeof sendRemembered> {
  const { headers } = request;
  const work = () =>
    sendRemembered({
      authorization: headers.authorization,
      idempotencyKey: headers["idempotency-key"] as string | undefined,
      address: clientOf(request).address,
      readBody: () => readBody(request),
    });
  if (!isTracing()) return work();
  const state = { isAccepted: false };
  const traceparent = headers["traceparent"] as string | undefined;
  const describe = () =>
    state.isAccepted ? { method: "POST", route: path, status: 200 } : undefined;
  return traceRequest({ traceparent, describe }, async () => {
    const outcome = await work();
    state.isAccepted = outcome !== undefined && "body" in outcome;
    return outcome;
  });
}

/** Whether a request is one for `answerSend`: what is seldom, or will be refused, goes the general way. */
export function isUsualSend({ method, url, headers, rawHeaders }: IncomingMessage): boolean {
  return (
    url === path &&
    method === "POST" &&
    headers["transfer-encoding"] === undefined &&
    Number(headers["content-length"]) > 0 &&
    Number(headers["content-length"]) <= maxBytes &&
    isJson(headers["content-type"] ?? "") &&
    hasNoneTwice(rawHeaders)
  );
}

/** Node keeps the first of two such headers, the general way refuses both. */
function hasNoneTwice(rawHeaders: string[]): boolean {
  let found = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length !== 13 && name?.length !== 12) continue;
    const lower = name.toLowerCase();
    if (lower === "authorization" || lower === "content-type") found += 1;
  }
  return found === 2;
}

/** The whole body, which the general way then finds as `rawBody`. Rejects when the client breaks off. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const body = await readBytes(request);
  Object.assign(request, { rawBody: body });
  return body;
}

function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    // The HTTP parser holds the client to the length that it declared.
    let missing = Number(request.headers["content-length"]);
    request.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      missing -= chunk.length;
      if (missing === 0) resolve(chunks.length === 1 ? chunk : Buffer.concat(chunks));
    });
    // It comes after every request: an error for nothing would cost as much as all of this.
    const end = () => {
      if (missing > 0) reject(new Error("The client broke off."));
    };
    request.on("close", end);
    // The client may have gone while its request was counted, and that is said once.
    if (request.destroyed) end();
  });
}
