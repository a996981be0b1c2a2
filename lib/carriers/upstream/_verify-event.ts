import { addressList } from "../../core/address-list";
import { env } from "../../core/env";
import { once } from "../../core/once";
import { isSigned } from "../../webhooks/is-signed";
import type { Callback, CallbackDoubt } from "../carrier";
import { hasCallbackSecret } from "../has-callback-secret";

/**
 * Verifies the sender of an event. The documented API signs nothing, so the path is the proof; if the settings name
 * addresses or a secret of the upstream, its address and signature must match as well.
 */
export function verifyEvent(callback: Callback): CallbackDoubt | undefined {
  if (!hasCallbackSecret(callback)) return "wrong_secret";
  if (!isUpstreamAddress(callback.address)) return "wrong_address";
  const { SMS_API_WEBHOOK_SECRET } = env();
  if (SMS_API_WEBHOOK_SECRET === undefined) return undefined;
  return isSigned(callback, SMS_API_WEBHOOK_SECRET) ? undefined : "wrong_signature";
}

function isUpstreamAddress(address: string | null): boolean {
  const { SMS_API_ADDRESSES } = env();
  return SMS_API_ADDRESSES.length === 0 || allowed()(address);
}

const allowed = once(() => addressList(env().SMS_API_ADDRESSES));
