import { daysOf } from "../retention/kept";

const minuteMs = 60_000;

/** How long a mail waits after each try; after the last one nothing follows. */
export const firstWaitMs = minuteMs;
export const laterWaitsMs = [5 * minuteMs, 30 * minuteMs] as const;

/** The links in mails live as long; whatever is older tells no more than old news. */
export const maxAgeMs = Math.round(daysOf("waiting_mails") * 24 * 60) * minuteMs;
