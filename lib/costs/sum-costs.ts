import { sql } from "drizzle-orm";
import { ledgerTotals } from "@/drizzle/schema/credits";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { readInTurn } from "../core/limits/read-in-turn";
import { nameGroups } from "./_name-groups";
import { rankGroupsClauses } from "./_rank-groups";
import { addUpAccount } from "./add-up-account";
import { type CostGrouping, maxTimedGroups } from "./contract";
import { boundsOf, type Months } from "./read-months";

/** Credits and messages of the ledger's transactions in some time. */
export interface CostSums {
  messages: number;
  /** Refunded in that time, also if they were charged before it. */
  refundedMessages: number;
  charged: number;
  refunded: number;
  /** Charged minus refunded; below 0 if more was refunded. */
  credits: number;
}

export interface CostGroup extends CostSums {
  /** A month, a sender, an ISO country code, or an ID; null for what has none. */
  key: string | null;
  /** Whether its messages are not known any more: its credits are the rest of the ledger's. */
  isRest: boolean;
  /** Of a token or campaign, as it is called; null if it is gone. */
  name: string | null;
}

export interface CostReport {
  /** The most expensive groups first. */
  groups: CostGroup[];
  /** What further groups cost together, and how many they are. */
  others: CostSums & { groups: number };
  /** Credits by day of one month, or by month of several, of the groups by their place; what is further down is one. */
  times: { at: string; place: number; charged: number; refunded: number }[];
  total: CostSums;
  /** What the ledger says of these months, charges minus refunds: the total's credits, once `isComplete`. */
  ledger: number;
  /** Whether all of the ledger is in it: a large account that is looked at for the first time takes longer. */
  isComplete: boolean;
}

interface Wanted {
  actor: Actor;
  input: { by: CostGrouping; months: Months; limit: number };
}

/** How long a report waits for what is not added up yet. */
const maxWaitMs = 3000;

/**
 * What an account's messages cost in some months, by sender, token, campaign, country, or month. The groups of any report
 * add up to the ledger's charges minus its refunds. Costs the same for any number of messages once they are added up. Throws
 * forbidden without `read_credits`.
 */
export async function sumCosts(wanted: Wanted): Promise<CostReport> {
  demandPermission(wanted.actor, "read_credits");
  const { accountId } = wanted.actor;
  return readInTurn(accountId, async () => {
    const isComplete = await addUpAccount(accountId, maxWaitMs);
    // One snapshot, so that the report and the ledger are of one moment.
    const report = await db().transaction((tx) => read(wanted, tx), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
    return { ...report, isComplete };
  });
}

async function read(
  { actor: { accountId }, input }: Wanted,
  tx: Tx,
): Promise<Omit<CostReport, "isComplete">> {
  const { by, months, limit } = input;
  const ranked = rankGroupsClauses({ accountId, by, months });
  const rows = await tx.execute<Row>(sql`
    with ${ranked}
    select case when place <= ${limit} then key end as key, place <= ${limit} and is_rest as is_rest,
      least(place, ${limit + 1}::bigint) as place, count(*) as groups, sum(messages) as messages,
      sum(refunded_messages) as refunded_messages, sum(charged) as charged, sum(refunded) as refunded
    from ranked group by 1, 2, 3 order by 3`);
  const times = await tx.execute<Record<"at" | "place" | "charged" | "refunded", string>>(sql`
    with ${ranked}
    select at, least(place, ${maxTimedGroups + 1}::bigint) as place, sum(spent.charged) as charged,
      sum(spent.refunded) as refunded
    from spent join ranked on ranked.key is not distinct from spent.key and ranked.is_rest = spent.is_rest
    group by 1, 2 order by 1, 2`);
  const { first, end } = boundsOf(months);
  const [ledger] = await tx.execute<{ credits: string }>(sql`
    select -coalesce(sum(credits), 0) as credits from ${ledgerTotals}
    where account_id = ${accountId} and month >= ${first} and month < ${end} and kind in ('charge', 'refund')`);
  const listed = rows.filter(({ place }) => Number(place) <= limit);
  const names = await nameGroups(
    { accountId, by, keys: listed.flatMap(({ key }) => key ?? []) },
    tx,
  );
  const further = rows.find(({ place }) => Number(place) > limit);
  return {
    groups: listed.map((row) => {
      const { key, is_rest: isRest } = row;
      return { key, isRest, name: names.get(key ?? "") ?? null, ...sumsOf(row) };
    }),
    others: { groups: Number(further?.groups ?? 0), ...(further ? sumsOf(further) : none) },
    times: times.map(({ at, place, charged, refunded }) => {
      return { at, place: Number(place), charged: Number(charged), refunded: Number(refunded) };
    }),
    total: rows.map(sumsOf).reduce(added, none),
    ledger: Number(ledger?.credits ?? 0),
  };
}

interface Row extends Record<string, unknown> {
  key: string | null;
  is_rest: boolean;
  place: string;
  groups: string;
  messages: string;
  refunded_messages: string;
  charged: string;
  refunded: string;
}

const none: CostSums = { messages: 0, refundedMessages: 0, charged: 0, refunded: 0, credits: 0 };

function sumsOf(row: Row): CostSums {
  const [charged, refunded] = [Number(row.charged), Number(row.refunded)];
  const [messages, refundedMessages] = [Number(row.messages), Number(row.refunded_messages)];
  return { messages, refundedMessages, charged, refunded, credits: charged - refunded };
}

function added(one: CostSums, other: CostSums): CostSums {
  return {
    messages: one.messages + other.messages,
    refundedMessages: one.refundedMessages + other.refundedMessages,
    charged: one.charged + other.charged,
    refunded: one.refunded + other.refunded,
    credits: one.credits + other.credits,
  };
}
