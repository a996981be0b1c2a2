import { appUrl } from "../core/env";
import { secrets } from "../core/secrets";
import { callbackSecret } from "./callback-secret";

/** The public address that a carrier reports to; what is in `path` comes back with each callback. */
export function callbackUrl(carrier: string, ...path: string[]): string {
  return callbackUrlWith(callbackSecret(carrier, secrets().carrierWebhook), carrier, ...path);
}

/** The same with the secret that a callback came with, which may be one of an earlier release. */
export function callbackUrlWith(secret: string, carrier: string, ...path: string[]): string {
  const parts = [carrier, secret, ...path].map(encodeURIComponent);
  return `${appUrl()}/api/webhooks/${parts.join("/")}`;
}
