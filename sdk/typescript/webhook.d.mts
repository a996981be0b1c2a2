import type { WebhookEvent } from "./api.mjs";

export interface SignedRequest {
  /** The secret of the endpoint: `whsec_…`. */
  secret: string;
  /** The header fields, as of Node, Express, or the Fetch standard. */
  headers: Headers | Record<string, string | string[] | undefined>;
  /** The raw body: parsing and re-serializing it may change it. */
  body: string | Uint8Array;
  /** How far the time of the request may be from the clock. Default: 300. */
  toleranceSeconds?: number;
  /** The time in milliseconds. Default: now. */
  now?: number;
}

export function isSigned(request: SignedRequest): boolean;
export function readWebhook(request: SignedRequest): WebhookEvent;
export function signWebhook(wanted: {
  secret: string;
  id: string;
  body: string | Uint8Array;
  now?: number;
}): { "webhook-id": string; "webhook-timestamp": string; "webhook-signature": string };
