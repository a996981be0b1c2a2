import { isIPv4, isIPv6 } from "node:net";

/**
 * The key an address is counted under: itself, or for IPv6 its /64, since that is what one subscriber
 * gets and could otherwise walk through. Undefined for what is no address.
 */
export function addressGroup(address: string | null): string | undefined {
  const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return undefined;
  const [head = "", tail] = canonical(plain).split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const last = tail === "" ? [] : tail.split(":");
    while (groups.length + last.length < 8) groups.push("0");
    groups.push(...last);
  }
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** In hexadecimal groups alone: an address may end in the form of IPv4. */
function canonical(address: string): string {
  return new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
}
