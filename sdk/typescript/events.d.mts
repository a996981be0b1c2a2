import type { Depesza } from "./client.mjs";

export interface AccountEvent {
  /** The ID of the event: `webhook-id`. */
  id: string;
  /** Such as `sms.delivered`. */
  type: string;
  at: string;
  messageId: string;
  /** The body as a webhook has it. */
  body: string;
}

export interface EventOptions {
  signal?: AbortSignal;
  /** How long to wait between two looks. Default: 1,000. */
  intervalMs?: number;
  /** Called once it is known how things stand: what happens after that is an event. */
  onReady?: () => void;
  /** Told of each look that failed. Throws by default. */
  onError?: (error: unknown) => void;
}

export function events(
  client: Depesza,
  options?: EventOptions,
): AsyncGenerator<AccountEvent, void, undefined>;
export function lastEvent(client: Depesza): Promise<AccountEvent | undefined>;
