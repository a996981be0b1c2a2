import type { Visitor } from "../core/actor";
import { addressList } from "../core/address-list";
import { appUrl } from "../core/env";
import { once } from "../core/once";

const isLoopback = once(() => addressList(["127.0.0.0/8", "::1", "::ffff:127.0.0.0/104"]));
const localHosts = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether a visitor is at the machine that the installation runs on: they came over loopback, and it has no public address.
 * Where it has one, a proxy that is not listed in TRUSTED_PROXIES would make everybody look so.
 */
export function isAtTheMachine({ address }: Pick<Visitor, "address">): boolean {
  return isLoopback()(address) && localHosts.test(new URL(appUrl()).hostname);
}
