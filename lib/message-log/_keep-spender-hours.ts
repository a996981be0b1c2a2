import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { messageCounts, messageDeltas, spenderHours } from "@/drizzle/schema/traffic";
import { db } from "../core/db";
import { clockDriftMs, firstIdAt } from "../core/ids";

const hourMs = 3_600_000;
/** About as many messages are read by one statement, or those of one hour. */
const maxMessages = 100_000;

export interface Period {
  accountId: string;
  /** Full hours. */
  from: Date;
  until: Date;
}

interface Span {
  fromMs: number;
  untilMs: number;
  messages: number;
}

/**
 * Brings the sums by sender and token of a period up to date. Only hours are read again whose messages or spent
 * credits are not those of the counters any more: usually the current one. A refund changes the credits of its hour,
 * a new message its number, and neither ever goes the other way.
 */
export async function keepSpenderHours(period: Period): Promise<void> {
  const stale = await findStale(period);
  for (const span of spansOf(stale)) await readAgain(period.accountId, span);
}

interface StaleHour {
  atMs: number;
  messages: number;
}

async function findStale({ accountId, from, until }: Period): Promise<StaleHour[]> {
  const period = sql`account_id = ${accountId} and hour >= ${from.toISOString()}
    and hour < ${until.toISOString()}`;
  const rows = await db().execute<{ at: string; messages: string }>(sql`
    select extract(epoch from hour) * 1000 as at, counted.messages
    from (
      select hour, sum(messages) as messages, sum(credits) as credits from (
        select hour, messages, credits from ${messageCounts} where ${period} and not test
        union all
        select hour, messages, credits from ${messageDeltas} where ${period} and not test
      ) each_count group by hour
    ) counted left join (
      select hour, sum(messages) as messages, sum(credits) as credits
      from ${spenderHours} where ${period} group by hour
    ) kept using (hour)
    where counted.messages <> coalesce(kept.messages, 0) or counted.credits <> coalesce(kept.credits, 0)
    order by hour`);
  return rows.map(({ at, messages: number }) => ({ atMs: Number(at), messages: Number(number) }));
}

/** Hours that follow each other are read together, up to the bound. */
function spansOf(hours: StaleHour[]): Span[] {
  const spans: Span[] = [];
  for (const { atMs, messages: number } of hours) {
    const last = spans.at(-1);
    if (last?.untilMs === atMs && last.messages + number <= maxMessages) {
      last.untilMs += hourMs;
      last.messages += number;
    } else spans.push({ fromMs: atMs, untilMs: atMs + hourMs, messages: number });
  }
  return spans;
}

async function readAgain(accountId: string, { fromMs, untilMs }: Span): Promise<void> {
  await db().execute(sql`
    insert into ${spenderHours} (account_id, hour, sender, token_id, messages, spent, credits)
    select account_id, date_trunc('hour', created_at, 'UTC'), sender, token_id, count(*),
      count(*) filter (where refund_id is null), coalesce(sum(credits) filter (where refund_id is null), 0)
    from ${messages}
    where account_id = ${accountId} and not test
      and id >= ${firstIdAt(fromMs - clockDriftMs)}::uuid and id < ${firstIdAt(untilMs + clockDriftMs)}::uuid
      and created_at >= ${new Date(fromMs).toISOString()} and created_at < ${new Date(untilMs).toISOString()}
    group by 1, 2, 3, 4
    -- One order for everybody, so that two viewers cannot wait for each other.
    order by 1, 2, 3, 4
    on conflict (account_id, hour, sender, token_id) do update set
      messages = excluded.messages, spent = excluded.spent, credits = excluded.credits`);
}
