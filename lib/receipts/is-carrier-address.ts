import { addressList } from "../core/address-list";
import { env } from "../core/env";
import { once } from "../core/once";

/** Whether the upstream's events may come from this address; any may unless SMS_API_ADDRESSES says which. */
export function isCarrierAddress(address: string | null): boolean {
  const { SMS_API_ADDRESSES } = env();
  if (SMS_API_ADDRESSES.length === 0) return true;
  return allowed()(address);
}

const allowed = once(() => addressList(env().SMS_API_ADDRESSES));
