import { type SQL, sql } from "drizzle-orm";

interface Passing {
  /** The message needs its text no longer: a carrier has it, or it has ended. */
  isOver: SQL;
  at: SQL;
}

/**
 * Assignments of a statement that moves messages: a text that is not to be kept beyond the sending goes with it, and if
 * that is because its time is over, so does its metadata. An unknown fate is no end, since such a message may be sent
 * again.
 */
export function unkeptBodyClause({ isOver, at }: Passing): SQL {
  const isErased = sql`messages.body_storage is not null and messages.body <> '' and ${isOver}`;
  return sql`body = case when ${isErased} then '' else messages.body end,
      body_erased_at = case when ${isErased} then ${at} else messages.body_erased_at end,
      metadata = case when messages.body_storage = 'until_sent' and ${isOver} then null else messages.metadata end`;
}
