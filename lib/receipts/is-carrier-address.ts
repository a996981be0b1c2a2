import { BlockList, isIP } from "node:net";
import { env } from "../core/env";
import { processWide } from "../core/process-wide";

/** Whether the upstream's events may come from this address; any may unless SMS_API_ADDRESSES says which. */
export function isCarrierAddress(address: string | null): boolean {
  if (env().SMS_API_ADDRESSES.length === 0) return true;
  return address !== null && allowed().check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function allowed(): BlockList {
  return processWide("carrier-addresses", () => {
    const list = new BlockList();
    for (const entry of env().SMS_API_ADDRESSES) {
      const [network = "", prefix] = entry.split("/");
      const family = isIP(network) === 6 ? "ipv6" : "ipv4";
      list.addSubnet(network, Number(prefix ?? (family === "ipv6" ? 128 : 32)), family);
    }
    return list;
  });
}
