import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { addressList } from "../core/address-list";
import { env } from "../core/env";
import { once } from "../core/once";

/** Who is at the other end of a request, and under which name they reached us. */
export interface Client {
  address: string | null;
  /** The host and scheme a trusted proxy vouches for; undefined when there is none. */
  forwardedHost: string | undefined;
  forwardedProto: string | undefined;
}

/**
 * Reads `X-Forwarded-*` only from TRUSTED_PROXIES: from the right, past every trusted hop, the first
 * that is not trusted is the client. Anybody else's headers are ignored.
 */
export function clientOf(request: IncomingMessage): Client {
  const peer = plain(request.socket.remoteAddress);
  if (!isTrusted(peer))
    return { address: peer, forwardedHost: undefined, forwardedProto: undefined };
  const hops = listOf(request.headers["x-forwarded-for"]).map(plain);
  const client = hops.findLast((hop) => !isTrusted(hop));
  return {
    // What stands left of a hop that cannot be read is the client's own word: then the proxy is all we know.
    address: client === undefined ? (hops[0] ?? peer) : (client ?? peer),
    forwardedHost: listOf(request.headers["x-forwarded-host"]).at(-1),
    forwardedProto: listOf(request.headers["x-forwarded-proto"]).at(-1),
  };
}

/**
 * Whether a request bears the marks of a program in between: what proxies add to headers, or HTTP 1.0, which they
 * speak and browsers do not. Some add nothing, so that a false proves little.
 */
export function isRelayed({ headers, httpVersion }: IncomingMessage): boolean {
  const marks = Object.keys(headers).filter(
    (name) => name.startsWith("x-forwarded-") || relayMarks.includes(name),
  );
  return marks.length > 0 || httpVersion === "1.0";
}

const relayMarks = ["forwarded", "via", "x-real-ip"];

function listOf(header: string | string[] | undefined): string[] {
  return String(header ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/**
 * An address alone: some proxies write the port behind it, and an IPv4 client on a dual-stack socket shows as
 * `::ffff:a.b.c.d`, where people and limits mean `a.b.c.d`.
 */
function plain(address: string | undefined): string | null {
  const [, bracketed, four] = /^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address ?? "") ?? [];
  const text = (bracketed ?? four ?? address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(text) ? text : null;
}

function isTrusted(address: string | null): boolean {
  const { TRUSTED_PROXIES } = env();
  // Most installations trust nobody: their requests are not looked up at all.
  if (TRUSTED_PROXIES.length === 0) return false;
  return trusted()(address);
}

const trusted = once(() => addressList(env().TRUSTED_PROXIES));
