import { setTimeout as pause } from "node:timers/promises";
import { isAway } from "./to-app-error";

const againMs = 100;
/** Less than any lease lasts: whoever holds one gives up before somebody else takes it over. */
const timeoutMs = 15_000;

/**
 * Does work that may be done twice, and again while the database is away, for up to 15 seconds: what is known
 * about the world outside should not be forgotten because of a restart.
 */
export async function untilBack<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || performance.now() > deadline) throw error;
    }
    await pause(againMs);
  }
}
