import { addressList } from "./address-list";
import { env, isBehindFrontDoor } from "./env";
import { once } from "./once";

const isLoopback = once(() => addressList(["127.0.0.0/8", "::1/128", "::ffff:127.0.0.0/104"]));

/**
 * Whether a visitor with this address who asked this host is at the machine that the installation runs on: they came over
 * loopback, under a name of this machine, since a reverse proxy on it has a loopback address too, and the installation
 * has no public URL.
 */
export function isThisMachine(address: string | null, host: string | null): boolean {
  if (!isBehindFrontDoor()) return false;
  const { APP_URL } = env();
  const isPublic = APP_URL !== undefined && !isLocalName(new URL(APP_URL).hostname);
  return !isPublic && isLoopback()(address) && isLocalName(nameOf(host));
}

function nameOf(host: string | null): string {
  const url = `http://${host ?? ""}`;
  return host !== null && URL.canParse(url) ? new URL(url).hostname : "";
}

function isLocalName(name: string): boolean {
  return name === "localhost" || name === "[::1]" || /^127(\.\d+){3}$/.test(name);
}
