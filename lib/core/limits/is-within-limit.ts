import { RateLimiterMemory } from "rate-limiter-flexible";

interface Limit {
  /** How many times in a window. */
  points: number;
  /** The length of a window, which begins with its first time. */
  seconds: number;
}

const limiters = new Map<string, RateLimiterMemory>();

/**
 * Counts one more time of what anybody can cause as often as they like, in this process. Resolves to whether it is
 * within its limit; callers leave out what is not. `name` names the limit and stands for one pair of figures.
 */
export function isWithinLimit(name: string, { points, seconds }: Limit): Promise<boolean> {
  const limiter = limiters.get(name) ?? new RateLimiterMemory({ points, duration: seconds });
  limiters.set(name, limiter);
  return limiter.consume("all").then(
    () => true,
    () => false,
  );
}
