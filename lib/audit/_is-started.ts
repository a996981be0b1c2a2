/** A row whose campaign was started for it; one that an opt-out refused since then was ready, too. */
export const isStarted = "(r.state = 'ready' or r.ended is not null) and c.people > 0";
