/** For how long a decoy is pending: as long as a verification whose request names no `ttl`. */
export const decoyLifeMs = 600_000;

/** For how long a check by number says `expired` of what lapsed, decoy or not; then the number is like one nobody knows. */
export const lapsedKnownMs = 3_600_000;

/** For how long resends prolong a verification; the next start is then a new one, which the guard against fraud counts anew. */
export const maxLifeMs = 86_400_000;
