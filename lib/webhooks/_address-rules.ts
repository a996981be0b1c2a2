import { isIP } from "node:net";
import { addressList } from "../core/address-list";
import { env } from "../core/env";
import { once } from "../core/once";

/**
 * All of IPv6 that is the public internet (IANA's IPv6 address space). Outside it lie, beside private ranges, the
 * forms that carry an IPv4 address: mapped (::ffff:0:0/96), translated (::ffff:0:0:0/96, 64:ff9b::/96,
 * 64:ff9b:1::/48) and compatible (::/96).
 */
const globalUnicast = ["2000::/3"];

/** What is not the public internet all the same: private, shared, reserved, tunneled (6to4, Teredo) and multicast ranges. */
const forbidden = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
  ...["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"],
];

const isGlobalSix = once(() => addressList(globalUnicast));
const isForbidden = once(() => addressList(forbidden));

/** Whether an address is on the public internet. IPv4 inside IPv6 never is. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  return family > 0 && !isForbidden()(address) && (family === 4 || isGlobalSix()(address));
}

/** Whether the operator lets webhooks go to this address although it is private. */
export function isAllowed(address: string): boolean {
  return allowed()(address);
}

const allowed = once(() => addressList(env().WEBHOOK_ALLOW_SUBNETS));

/** Whether the operator has opened any private range at all. */
export function hasIntranet(): boolean {
  return env().WEBHOOK_ALLOW_SUBNETS.length > 0;
}
