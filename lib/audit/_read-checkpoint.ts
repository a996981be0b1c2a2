import { sql } from "drizzle-orm";
import { auditCheckpoints } from "@/drizzle/schema/audit";
import type { Tx } from "../core/db";
import { clockDriftMs, firstIdAt, madeAtMs } from "../core/ids";
import { isOpen } from "./_is-open";
import { sumsBefore } from "./_sums-before";

export type Checkpoint = (typeof auditCheckpoints.$inferInsert)[];

const dayMs = 86_400_000;
/** A message may be scheduled 35 days ahead and is valid for two more; the rest is for carriers' and our own clocks. */
const minAgeMs = 40 * dayMs;

/** Until when the audits before this one closed the past; null when none did. */
export async function lastCheckpoint(tx: Tx): Promise<Date | null> {
  const [row] = await tx.execute<{ until: string | null }>(
    sql`select max(until) as until from ${auditCheckpoints}`,
  );
  return row?.until ? new Date(row.until) : null;
}

/**
 * What each account had at the latest beginning of a month before which nothing can change any more: no message and no
 * campaign from before it is open. Empty when that is not after `last`. The caller has audited what lies between.
 */
export async function readCheckpoint(last: Date | null, tx: Tx): Promise<Checkpoint> {
  const until = await closableUntil(tx);
  if (last && until.getTime() <= last.getTime()) return [];
  const at = until.toISOString();
  const first = firstIdAt(until.getTime());
  const rows = await tx.execute<Record<string, string>>(sql`
    select a.id as account_id, n.number, coalesce(t.balance, 0) as balance, s.*
    from accounts a
    cross join lateral (
      select coalesce(min(number) filter (where id >= ${first} or created_at >= ${at}) - 1,
        max(number), 0) as number
      from ledger_transactions where account_id = a.id
    ) n
    left join ledger_transactions t on t.account_id = a.id and t.number = n.number
    cross join lateral (${sql.raw(sumsBefore(until, "a.id"))}) s
    where n.number > 0 or s.messages > 0`);
  return rows.map(({ account_id: accountId = "", ...numbers }) => {
    const of = (name: string) => Number(numbers[name]);
    return {
      ...{ accountId, until, number: of("number"), balance: of("balance"), totals: of("totals") },
      ...{ messages: of("messages"), ends: of("ends"), counted: of("counted") },
      ...{ segments: of("segments"), credits: of("credits") },
    };
  });
}

async function closableUntil(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string; first: string[] }>(sql`
    select now() as now, array(
      (select id from messages
        where ${sql.raw(isOpen)} order by id limit 1)
      union all
      (select charge_id from campaigns
        where charge_id is not null and ended_at is null order by charge_id limit 1)
    ) as first`);
  // A message is counted by the database's time.
  const open = (row?.first ?? []).map((id) => madeAtMs(id) - clockDriftMs);
  const latest = new Date(Math.min(Date.parse(row?.now ?? "") - minAgeMs, ...open));
  return new Date(Date.UTC(latest.getUTCFullYear(), latest.getUTCMonth()));
}
