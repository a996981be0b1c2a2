import { sql } from "drizzle-orm";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { db } from "../core/db";

export interface Counted {
  accountId: string;
  test: boolean;
  /** Messages accepted at this time or later; the start of an hour (UTC). */
  since: Date;
  /** What is counted together, by time of acceptance in UTC. */
  step: "hour" | "day";
}

export interface MessageCount {
  at: Date;
  status: string;
  /** Of delivered ones the bucket of how long it took, else -1. */
  bucket: number;
  messages: number;
  segments: number;
  credits: number;
}

/**
 * How many messages of an account were accepted when, by state. Equal at every moment to counting the
 * messages themselves, at a cost that does not depend on how many there are.
 */
export async function countMessages({
  accountId,
  test,
  since,
  step,
}: Counted): Promise<MessageCount[]> {
  const wanted = sql`account_id = ${accountId} and test = ${test} and hour >= ${since.toISOString()}`;
  const rows = await db().execute<Omit<MessageCount, "at"> & { at: string }>(sql`
    select date_trunc(${step}, hour, 'UTC') as at, status, bucket, sum(messages)::int as messages,
      sum(segments)::int as segments, sum(credits)::int as credits
    from (
      select * from ${messageCounts} where ${wanted}
      union all
      select * from ${messageDeltas} where ${wanted}
    ) counted
    group by 1, 2, 3 having sum(messages) <> 0
    order by 1`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
