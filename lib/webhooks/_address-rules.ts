import { BlockList, isIP } from "node:net";
import { env } from "../core/env";
import { processWide } from "../core/process-wide";

/** Everything that is not the public internet: private, shared, reserved, translated and multicast ranges. */
const forbidden = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32"],
  ...["2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
];

/** Whether an address is on the public internet. */
export function isPublic(address: string): boolean {
  const list = processWide("webhook-forbidden", () => listOf(forbidden));
  return isIP(address) > 0 && !list.check(address, familyOf(address));
}

/** Whether the operator lets webhooks go to this address although it is private. */
export function isAllowed(address: string): boolean {
  const list = processWide("webhook-allowed", () => listOf(env().WEBHOOK_ALLOW_SUBNETS));
  return isIP(address) > 0 && list.check(address, familyOf(address));
}

/** Whether the operator has opened any private range at all. */
export function hasIntranet(): boolean {
  return env().WEBHOOK_ALLOW_SUBNETS.length > 0;
}

function listOf(subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", prefix] = subnet.split("/");
    const widest = isIP(network) === 6 ? 128 : 32;
    list.addSubnet(network, Number(prefix ?? widest), familyOf(network));
  }
  return list;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
