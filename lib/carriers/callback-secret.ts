import { createHmac } from "node:crypto";

/**
 * The unguessable part of the addresses that a carrier reports to: one for each name, so that who runs one carrier cannot
 * report for another. Derived from the installation's secret, which itself is in no address.
 */
export function callbackSecret(carrier: string, installationSecret: string): string {
  return createHmac("sha256", installationSecret)
    .update(`callback.${carrier}`)
    .digest("base64url")
    .slice(0, 32);
}
