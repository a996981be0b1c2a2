import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { campaigns } from "@/drizzle/schema/campaigns";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { clockDriftMs, firstIdAt, madeAtMs } from "../core/ids";
import { withStatementKind } from "../core/statement-kind";

interface Spender {
  accountId: string;
  tokenId: string;
}

/** What a token spent on a day (UTC) before some moment. */
interface Counted {
  day: string;
  until: Date;
  credits: number;
  /** No message that was stored since then, or will be, has a lower ID. */
  firstId: string;
}

/** Whatever charged credits so long ago has ended, and can be seen. */
const settledMs = 60_000;
/** How much older an ID may be than any that was seen of the last minute: as far as a clock is set at once. */
const unseenDriftMs = 10_000;

/**
 * What a token without a limit has spent today, but for the last minute: nobody counted, so that its messages and campaigns
 * say it. There may be many, and nobody waits for it; nor for the search for the first message of the last minute.
 */
export async function countSettled(spender: Spender): Promise<Counted> {
  const now = await databaseNow();
  const day = dayOf(now);
  const since = startOf(day);
  const recent = new Date(now.getTime() - settledMs);
  const until = recent > since ? recent : since;
  return withStatementKind("batch", async () => ({
    ...{ day, until },
    credits: await sumSpent(spender, { since, until, firstId: firstIdBefore(since) }, db()),
    firstId: await findFirstId(spender, recent),
  }));
}

/**
 * The same up to now, on the day that it is by now: adds the rest while the account's row is locked, so that what is accepted
 * next is counted by whoever accepts it. It reads the messages of little more than a minute.
 */
export async function countAll(
  spender: Spender,
  settled: Counted,
  tx: Tx,
): Promise<Pick<Counted, "day" | "credits">> {
  await tx.execute(
    sql`select 1 from ${accounts} where id = ${spender.accountId} for no key update`,
  );
  // Not the transaction's time: it may have waited for the lock over midnight.
  const [clock] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  const day = dayOf(new Date(clock?.now ?? Number.NaN));
  const isSame = day === settled.day;
  const since = isSame ? settled.until : startOf(day);
  const rest = await sumSpent(spender, { since, firstId: settled.firstId }, tx);
  return { day, credits: rest + (isSame ? settled.credits : 0) };
}

/**
 * From where on the IDs of an account's messages have to be read for all that were stored since a moment, or will be: a
 * process whose clock is behind is known by what it has stored since, for whichever token.
 */
async function findFirstId({ accountId }: Spender, since: Date): Promise<string> {
  const [first] = await db().execute<{ id: string }>(sql`
    select id from ${messages} where account_id = ${accountId} and id >= ${firstIdBefore(since)}::uuid
      and created_at >= ${since.toISOString()}
    order by id limit 1`);
  const madeMs = first ? madeAtMs(first.id) : Number.POSITIVE_INFINITY;
  return firstIdAt(Math.min(madeMs, since.getTime()) - unseenDriftMs);
}

/** The lowest ID that may belong to something that was stored since, by whatever clock. */
function firstIdBefore(since: Date): string {
  return firstIdAt(since.getTime() - clockDriftMs);
}

interface Span {
  since: Date;
  until?: Date;
  /** The first message that may belong to it. */
  firstId: string;
}

/** A campaign's credits are spent at its start, all at once; what was charged for other messages is in them. */
async function sumSpent(
  { accountId, tokenId }: Spender,
  { since, until, firstId }: Span,
  tx: Tx,
): Promise<number> {
  const within = (at: SQL) =>
    until === undefined
      ? sql`${at} >= ${since.toISOString()}`
      : sql`${at} >= ${since.toISOString()} and ${at} < ${until.toISOString()}`;
  const [sum] = await tx.execute<{ messages: string; campaigns: string }>(sql`
    select (
      select coalesce(sum(m.credits), 0) from ${messages} m
      where m.account_id = ${accountId} and m.token_id = ${tokenId} and m.send_id is null and not m.test
        and m.id >= ${firstId}::uuid and ${within(sql`m.created_at`)}
    ) as messages, (
      select coalesce(sum(c.reserved_credits), 0) from ${campaigns} c
      join ${ledgerTransactions} t on t.account_id = c.account_id and t.id = c.charge_id
      where c.account_id = ${accountId} and t.account_id = ${accountId} and c.token_id = ${tokenId}
        and c.charge_id >= ${firstIdBefore(since)}::uuid and ${within(sql`t.created_at`)}
    ) as campaigns`);
  return Number(sum?.messages ?? 0) + Number(sum?.campaigns ?? 0);
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
