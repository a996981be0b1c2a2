import { appUrl, env, servingPort } from "../../core/env";
import { callbackUrl } from "../callback-url";

/** How long the route may take. */
export const postTimeoutMs = 10_000;

/**
 * Posts the simulator's reports to our own webhook route, as a carrier out there would. Unknown
 * messages (404) count as told: the route keeps them. Throws when the route did not take them.
 */
export async function postReports(events: Record<string, unknown>[]): Promise<void> {
  const now = new Date().toISOString();
  const response = await fetch(`${callbackBase()}${new URL(callbackUrl("simulator")).pathname}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(events.map((event) => ({ ...event, timestamp: now }))),
    signal: AbortSignal.timeout(postTimeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok && response.status !== 404) {
    throw new Error(`the webhook route answered ${response.status} to the simulator`);
  }
}

function callbackBase(): string {
  const { CARRIER_CALLBACK_URL, ROLE } = env();
  if (CARRIER_CALLBACK_URL) return CARRIER_CALLBACK_URL.replace(/\/+$/, "");
  return ROLE === "worker" ? appUrl() : `http://127.0.0.1:${servingPort()}`;
}
