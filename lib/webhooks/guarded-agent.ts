import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isAllowed, isPublic } from "./_address-rules";
import { hostOf, needsAllowedSubnet } from "./guard-url";
import { resolveHost } from "./resolve-host";

const connectMs = 5000;
/** A host name and where it may lead; shown as the error of an attempt. */
export const blockedCode = "ERR_BLOCKED_ADDRESS";

interface AgentOptions {
  resolve?: (host: string) => Promise<string[]>;
  connectMs?: number;
}

/**
 * The only way out for webhooks. Every connection resolves its name once, refuses when any address is
 * not public (or opened by the operator), and goes to exactly the addresses it checked. No redirects, no
 * proxies, no cookies, no decompression: undici's bare `request` does none of them.
 */
export function guardedAgent(options: AgentOptions = {}): Agent {
  const { resolve = resolveHost } = options;
  const base = { timeout: options.connectMs ?? connectMs };
  const usual = buildConnector({ ...base, lookup: checked(resolve, isReachable) });
  const intranet = buildConnector({ ...base, lookup: checked(resolve, isAllowed) });
  return new Agent({
    // Bounded by the deliverer: a pool keeps no queue of its own.
    connections: null,
    pipelining: 1,
    connect(target, callback) {
      const isFit = needsAllowedSubnet(target) ? isAllowed : isReachable;
      const host = hostOf(target.hostname);
      // Node calls no lookup for a literal address.
      if (isIP(host) && !isFit(host)) return callback(blocked(host), null);
      return (isFit === isAllowed ? intranet : usual)(target, callback);
    },
  });
}

function isReachable(address: string): boolean {
  return isPublic(address) || isAllowed(address);
}

/** A lookup for `net.connect` that gives only addresses which all passed the check. */
function checked(
  resolve: (host: string) => Promise<string[]>,
  isFit: (address: string) => boolean,
): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostOf(hostname))
      .then((addresses) => {
        const [first] = addresses;
        const unfit = addresses.find((address) => !isFit(address));
        if (first === undefined) throw notFound(hostname);
        if (unfit !== undefined) throw blocked(unfit);
        return addresses.map((address) => ({ address, family: isIP(address) }));
      })
      .then(
        (found) => {
          if (all) callback(null, found);
          else callback(null, found[0]?.address ?? "", found[0]?.family ?? 4);
        },
        (error: NodeJS.ErrnoException) => callback(error, "", 4),
      );
  };
}

function blocked(address: string): NodeJS.ErrnoException {
  const error = new Error(`${address} is not an address webhooks may go to`);
  return Object.assign(error, { code: blockedCode });
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} has no address`), { code: "ENOTFOUND" });
}
