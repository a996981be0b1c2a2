import { sql } from "drizzle-orm";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** Receipts of one carrier that match no message. */
export interface UnmatchedGroup {
  carrier: string;
  count: number;
  oldestAt: Date;
}

const maxGroups = 50;

/**
 * The receipts that have matched no message for so many minutes, of the last day, by carrier. Later ones are not expected
 * to match any more. Throws forbidden unless the actor is an administrator.
 */
export async function countUnmatched({
  actor,
  input: { minutes },
}: {
  actor: Actor;
  input: { minutes: number };
}): Promise<UnmatchedGroup[]> {
  demandAdmin(actor);
  const rows = await db().execute<Row>(sql`
    select parked.carrier, count(*)::int as count, min(parked.received_at) as oldest
    from ${parkedReceipts} parked
    left join ${carrierMessages} known on known.carrier = parked.carrier and known.ref = parked.ref
    where known.ref is null and parked.received_at > now() - interval '1 day'
      and parked.received_at < now() - ${minutes} * interval '1 minute'
    group by parked.carrier order by count desc limit ${maxGroups}`);
  return rows.map(({ oldest, ...group }) => ({ ...group, oldestAt: new Date(oldest) }));
}

interface Row extends Record<string, unknown> {
  carrier: string;
  count: number;
  oldest: string;
}
