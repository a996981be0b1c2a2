const dayMs = 24 * 60 * 60_000;

/** A session ends after 30 days, or earlier when nobody used it for a week. */
export const sessionLifetime = { absoluteMs: 30 * dayMs, idleMs: 7 * dayMs };

/** How long after the password the code may come. */
export const secondStepLifeMs = 10 * 60_000;

/** How long a mailed link works; the mails and pages say "one hour". */
export const mailedLinkLifeMs = 60 * 60_000;
