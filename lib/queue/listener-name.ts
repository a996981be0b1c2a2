/** What the connection is called in pg_stat_activity on which a running worker, of any version, hears of changes. */
export const listenerName = "depesza-listen";
