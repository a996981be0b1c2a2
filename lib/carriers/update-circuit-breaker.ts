import { attemptWindow, shouldOpen } from "./_attempt-window";
import { openCircuit } from "./_open-circuit";
import { shareAttempts } from "./_share-attempts";

/**
 * Shares what this process attempted with the others, at most once a second, and opens the carrier's circuit
 * if too much of it failed or the carrier wants a pause. Call it after each batch.
 */
export async function updateCircuitBreaker(carrier: string): Promise<void> {
  const window = attemptWindow(carrier);
  if (window.state !== "closed") return;
  const unshared = window.takeUnshared();
  if (!unshared) return;
  const { counts, failure } = unshared;
  const shared = await shareAttempts({ carrier, counts, detail: failure?.detail ?? null });
  const trouble = window.trouble ?? (shouldOpen(shared) ? failure : undefined);
  if (trouble) await openCircuit({ carrier, trouble, isProbe: false });
}
