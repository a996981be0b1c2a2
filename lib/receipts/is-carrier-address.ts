import { addressList } from "../core/address-list";
import { env } from "../core/env";
import { processWide } from "../core/process-wide";

/** Whether the upstream's events may come from this address; any may unless SMS_API_ADDRESSES says which. */
export function isCarrierAddress(address: string | null): boolean {
  const { SMS_API_ADDRESSES } = env();
  if (SMS_API_ADDRESSES.length === 0) return true;
  return processWide("carrier-addresses", () => addressList(SMS_API_ADDRESSES))(address);
}
