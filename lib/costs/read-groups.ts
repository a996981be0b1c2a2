import { sql } from "drizzle-orm";
import { type Actor, demandPermission } from "../core/actor";
import type { Tx } from "../core/db";
import { nameGroups } from "./_name-groups";
import { rankGroupsClauses } from "./_rank-groups";
import type { CostGrouping } from "./contract";
import type { Months } from "./read-months";

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

export interface CostGroups {
  /** The most expensive groups first. */
  groups: CostGroup[];
  /** What further groups cost together, and how many they are. */
  others: CostSums & { groups: number };
  total: CostSums;
}

interface Wanted {
  actor: Actor;
  input: { by: CostGrouping; months: Months; limit: number };
}

/**
 * What is added up of an account's costs in some months, by group, in the caller's transaction; `addUpAccount` adds up the
 * rest. Throws forbidden without `read_credits`.
 */
export async function readGroups({ actor, input }: Wanted, tx: Tx): Promise<CostGroups> {
  demandPermission(actor, "read_credits");
  const { accountId } = actor;
  const { by, months, limit } = input;
  const rows = await tx.execute<Row>(sql`
    with ${rankGroupsClauses({ accountId, by, months })}
    select case when place <= ${limit} then key end as key, place <= ${limit} and is_rest as is_rest,
      least(place, ${limit + 1}::bigint) as place, count(*) as groups, sum(messages) as messages,
      sum(refunded_messages) as refunded_messages, sum(charged) as charged, sum(refunded) as refunded
    from ranked group by 1, 2, 3 order by 3`);
  const listed = rows.filter(({ place }) => Number(place) <= limit);
  const keys = listed.flatMap(({ key }) => key ?? []);
  const names = await nameGroups({ accountId, by, keys }, tx);
  const further = rows.find(({ place }) => Number(place) > limit);
  return {
    groups: listed.map((row) => {
      const { key, is_rest: isRest } = row;
      return { key, isRest, name: names.get(key ?? "") ?? null, ...sumsOf(row) };
    }),
    others: { groups: Number(further?.groups ?? 0), ...(further ? sumsOf(further) : none) },
    total: rows.map(sumsOf).reduce(added, none),
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
