import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { waiting } from "./claim-messages";

/** A waiting message that no carrier ever had, and what its route depends on. */
export interface Routable {
  id: string;
  to: string;
  from: string;
  priority: number;
  test: boolean;
  wait_reason: string | null;
}

interface Picking {
  accountId: string;
  /** Whose messages; null for those that no route was found for. */
  carrier: string | null;
  limit: number;
}

/** Messages that no carrier may have: only these may change it. */
export const neverOffered = sql`offered_at is null`;

/** Locks the first due messages of an account that may go to another carrier. */
export async function pickRoutable(
  { accountId, carrier, limit }: Picking,
  tx: Tx,
): Promise<Routable[]> {
  const ofCarrier =
    carrier === null ? sql`carrier is null` : sql`carrier = ${carrier} and not test`;
  const rows = await tx.execute<Routable & Record<string, unknown>>(sql`
    select id, recipient as "to", sender as "from", priority, test, wait_reason from ${messages}
    where account_id = ${accountId} and ${waiting} and ${ofCarrier} and due_at <= now() and ${neverOffered}
    order by due_at limit ${limit} for update skip locked`);
  return [...rows];
}

/** Where a message goes from now on; without a carrier it waits, and is looked at again after a pause. */
export interface Assignment {
  id: string;
  carrier: string | null;
  route: string | null;
}

const lookAgainSeconds = 10;

/** Gives locked messages their carriers. Returns the IDs. */
export async function assignCarriers(
  accountId: string,
  assignments: Assignment[],
  tx: Tx,
): Promise<string[]> {
  if (assignments.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    update ${messages} set
      carrier = assigned.carrier,
      route = assigned.route,
      wait_reason = case when assigned.carrier is null then 'no_route' end,
      due_at = case when assigned.carrier is null
        then now() + ${lookAgainSeconds} * interval '1 second' else messages.due_at end
    from jsonb_to_recordset(${JSON.stringify(assignments)}::jsonb) as assigned(id uuid, carrier text, route text)
    where messages.account_id = ${accountId} and messages.id = assigned.id
    returning messages.id`);
  return rows.map(({ id }) => id);
}

/**
 * Takes an account's messages from carriers that are no longer there, and has those without a route looked at again at
 * once. Returns how many.
 */
export async function unassignFrom(accountId: string, known: string[], tx: Tx): Promise<number> {
  const rows = await tx.execute(sql`
    update ${messages} set carrier = null, route = null,
      due_at = case when wait_reason = 'no_route'
        then greatest(coalesce(scheduled_at, now()), now()) else due_at end
    where account_id = ${accountId} and ${waiting} and ${neverOffered} and ${notAmong(known)}
    returning id`);
  return rows.length;
}

/** Whether a message waits for a carrier that is none of these, or without a route. */
export function notAmong(known: string[]) {
  return sql`(carrier is null or carrier <> all(${`{${known.join(",")}}`}::text[]))`;
}
