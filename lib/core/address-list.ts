import { BlockList, isIP } from "node:net";

/** A list of addresses and CIDR ranges (IPv4 and IPv6) as a question: is this address in it? Text that is none is not. */
export function addressList(entries: string[]): (address: string | null) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const [network = "", prefix] = entry.split("/");
    const family = familyOf(network);
    list.addSubnet(network, Number(prefix ?? (family === "ipv6" ? 128 : 32)), family);
  }
  return (address) => {
    if (address === null || !isIP(address)) return false;
    return list.check(address, familyOf(address));
  };
}

/** Whether a text is an address or a CIDR range, IPv4 or IPv6. */
export function isSubnet(text: string): boolean {
  const [address = "", prefix = "0", ...more] = text.split("/");
  const widest = isIP(address) === 6 ? 128 : 32;
  return isIP(address) > 0 && more.length === 0 && /^\d+$/.test(prefix) && Number(prefix) <= widest;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
