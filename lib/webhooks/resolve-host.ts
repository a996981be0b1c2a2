import { lookup, Resolver } from "node:dns/promises";
import { isIntranetName } from "./guard-url";

const tryMs = 2000;
const tries = 2;

/**
 * All addresses of a name. Public names are asked of DNS directly: `getaddrinfo` would hold one of four
 * threads for as long as a customer's name server likes. Only names of a private network, which the
 * operator must have allowed, go through the system and its hosts file.
 */
export async function resolveHost(host: string): Promise<string[]> {
  if (isIntranetName(host)) {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  }
  const resolver = new Resolver({ timeout: tryMs, tries });
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [four, six].flatMap((answer) =>
    answer.status === "fulfilled" ? answer.value : [],
  );
  if (found.length === 0 && four.status === "rejected") throw four.reason;
  return found;
}
