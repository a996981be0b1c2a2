import { appUrl } from "../core/env";
import { secrets } from "../core/secrets";

/** The public address that a carrier reports to; what is in `path` comes back with each callback. */
export function callbackUrl(carrier: string, ...path: string[]): string {
  const parts = [carrier, secrets().carrierWebhook, ...path].map(encodeURIComponent);
  return `${appUrl()}/api/webhooks/${parts.join("/")}`;
}
