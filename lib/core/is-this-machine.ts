import { addressList } from "./address-list";
import { once } from "./once";

const isLoopback = once(() => addressList(["127.0.0.0/8", "::1/128"]));

/**
 * Whether a request comes from this very machine: by its address, and by the name that it asked for, since a reverse proxy
 * beside us has a loopback address, too. One that keeps our name and adds nothing looks the same.
 */
export function isThisMachine(address: string | null, host: string | null): boolean {
  return isLoopback()(address) && isLocalName(nameOf(host));
}

/** Whether a hostname leads to the machine itself. */
export function isLocalName(name: string): boolean {
  return name === "localhost" || name === "[::1]" || /^127(\.\d+){3}$/.test(name);
}

function nameOf(host: string | null): string {
  const url = `http://${host ?? ""}`;
  return host !== null && URL.canParse(url) ? new URL(url).hostname : "";
}
