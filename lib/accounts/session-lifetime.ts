const dayMs = 24 * 60 * 60_000;

/** A session ends after 30 days, or earlier when nobody used it for a week. */
export const sessionLifetime = { absoluteMs: 30 * dayMs, idleMs: 7 * dayMs };
