import { RateLimiterMemory } from "rate-limiter-flexible";
import { processWide } from "../process-wide";

interface Limit {
  /** How many times in a window. */
  points: number;
  /** The length of a window, which begins with its first time. */
  seconds: number;
}

/**
 * Counts one more time of what anybody can cause as often as they like, in this process. Resolves to whether it is
 * within its limit; callers leave out what is not. `name` names the limit and stands for one pair of figures.
 */
export function isWithinLimit(name: string, { points, seconds }: Limit): Promise<boolean> {
  const counted = processWide(
    `within.${name}`,
    () => new RateLimiterMemory({ points, duration: seconds }),
  );
  return counted.consume("all").then(
    () => true,
    () => false,
  );
}
