import { isSigned } from "../../webhooks/is-signed";
import type { Callback, CallbackDoubt } from "../carrier";
import { hasCallbackSecret } from "../has-callback-secret";

interface Proofs {
  secret: string | undefined;
  isAllowed(address: string | null): boolean;
}

/**
 * Verifies the sender of an event. The documented API signs nothing, so the path is the proof; if the settings name
 * addresses or a secret of the upstream, its address and signature must match as well.
 */
export function verifyEvent(
  callback: Callback,
  { secret, isAllowed }: Proofs,
): CallbackDoubt | undefined {
  if (!hasCallbackSecret(callback)) return "wrong_secret";
  if (!isAllowed(callback.address)) return "wrong_address";
  if (secret === undefined) return undefined;
  return isSigned(callback, secret) ? undefined : "wrong_signature";
}
