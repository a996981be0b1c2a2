import { processWide } from "./process-wide";

interface Outage {
  /** When a statement last failed because the database was away, by `performance.now()`. */
  atMs: number;
}

/** The last outage of the database that this process met. The pool records it, and a page that failed looks here for the cause. */
export function lastOutage(): Outage {
  return processWide("outage", () => ({ atMs: Number.NEGATIVE_INFINITY }));
}
