import { sql } from "drizzle-orm";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { readDb } from "../core/db";

export interface Counted {
  accountId: string;
  test: boolean;
  /** What is counted together: where each span of time begins, and where the last ends; each an hour of UTC. */
  bounds: Date[];
}

export interface MessageCount {
  /** When its span of time begins. */
  at: Date;
  status: string;
  /** Of delivered ones the bucket of how long it took, else -1. */
  bucket: number;
  messages: number;
  segments: number;
  /** Those that stayed spent. */
  credits: number;
}

/**
 * How many messages of an account were accepted when, by state. Equal at every moment to counting the
 * messages themselves, at a cost that does not depend on how many there are.
 */
export async function countMessages({ accountId, test, bounds }: Counted): Promise<MessageCount[]> {
  const spans = `{${bounds.map((at) => at.toISOString()).join(",")}}`;
  const wanted = sql`account_id = ${accountId} and test = ${test} and hour >= ${bounds[0]?.toISOString()}
    and hour < ${bounds.at(-1)?.toISOString()}`;
  const rows = await readDb().execute<Omit<MessageCount, "at"> & { span: number }>(sql`
    select width_bucket(hour, ${spans}::timestamptz[]) as span, status, bucket,
      sum(messages)::int as messages, sum(segments)::int as segments, sum(credits)::int as credits
    from (
      select * from ${messageCounts} where ${wanted}
      union all
      select * from ${messageDeltas} where ${wanted}
    ) counted
    group by 1, 2, 3 having sum(messages) <> 0
    order by 1`);
  return rows.map(({ span, ...row }) => ({ ...row, at: bounds[span - 1] ?? new Date(0) }));
}
