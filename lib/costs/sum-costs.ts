import { sql } from "drizzle-orm";
import { ledgerTotals } from "@/drizzle/schema/credits";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { readInTurn } from "../core/limits/read-in-turn";
import { rankGroupsClauses } from "./_rank-groups";
import { addUpAccount } from "./add-up-account";
import { type CostGrouping, maxTimedGroups } from "./contract";
import { type CostGroups, readGroups } from "./read-groups";
import { boundsOf, type Months } from "./read-months";

export interface CostReport extends CostGroups {
  /** Credits by day of one month, or by month of several, of the groups by their place; what is further down is one. */
  times: { at: string; place: number; charged: number; refunded: number }[];
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

async function read({ actor, input }: Wanted, tx: Tx): Promise<Omit<CostReport, "isComplete">> {
  const { accountId } = actor;
  const { by, months } = input;
  const groups = await readGroups({ actor, input }, tx);
  const times = await tx.execute<Record<"at" | "place" | "charged" | "refunded", string>>(sql`
    with ${rankGroupsClauses({ accountId, by, months })}
    select at, least(place, ${maxTimedGroups + 1}::bigint) as place, sum(spent.charged) as charged,
      sum(spent.refunded) as refunded
    from spent join ranked on ranked.key is not distinct from spent.key and ranked.is_rest = spent.is_rest
    group by 1, 2 order by 1, 2`);
  const { first, end } = boundsOf(months);
  const [ledger] = await tx.execute<{ credits: string }>(sql`
    select -coalesce(sum(credits), 0) as credits from ${ledgerTotals}
    where account_id = ${accountId} and month >= ${first} and month < ${end} and kind in ('charge', 'refund')`);
  return {
    ...groups,
    times: times.map(({ at, place, charged, refunded }) => {
      return { at, place: Number(place), charged: Number(charged), refunded: Number(refunded) };
    }),
    ledger: Number(ledger?.credits ?? 0),
  };
}
