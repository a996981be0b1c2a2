import { sweepAttempts } from "./attempts";
import { sweepExpiredTickets } from "./tickets";

/** Longer than any window that attempts are counted in. */
const maxWindowMs = 2 * 60 * 60_000;

/** Removes tickets that have expired, and counts of attempts that no longer matter. */
export async function sweepTickets(): Promise<void> {
  await sweepExpiredTickets();
  await sweepAttempts(new Date(Date.now() - maxWindowMs));
}
