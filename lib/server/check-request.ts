import type { IncomingMessage } from "node:http";
import { isHost } from "../core/is-host";
import type { Rejection } from "./reject-request";

/** Names and values, one after the other: more headers than any browser or proxy sends. */
const maxRawHeaders = 2 * 200;

/**
 * What is wrong with the head of a request, whatever it asks for: the target, the Host header (RFC 9112, 3.2) or the
 * number of headers. Undefined when nothing is.
 */
export function checkRequest(request: IncomingMessage): Rejection | undefined {
  if (!request.url?.startsWith("/")) return { status: 400, sentence: "This URL is not valid." };
  if (request.rawHeaders.length > maxRawHeaders) {
    return { status: 431, sentence: "The request has too many headers." };
  }
  if (!hasOneHost(request)) return { status: 400, sentence: "The Host header is not valid." };
  return undefined;
}

function hasOneHost({ headers, httpVersion, rawHeaders }: IncomingMessage): boolean {
  // Health checks of load balancers still speak HTTP 1.0, which knows no Host.
  if (headers.host === undefined) return httpVersion === "1.0";
  return countHosts(rawHeaders) === 1 && isHost(headers.host);
}

function countHosts(rawHeaders: string[]): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === "host") count += 1;
  }
  return count;
}
