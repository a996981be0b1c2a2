import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { waiting } from "./claim-messages";

/** A waiting message whose carrier may change, and what its route depends on. */
export interface Routable {
  id: string;
  due_at: string;
  /** A carrier may have it, and nobody wrote down which: an earlier release had but one, and did so only afterwards. */
  is_offered: boolean;
  to: string;
  from: string;
  priority: number;
  test: boolean;
  wait_reason: string | null;
}

/** Where a message has its place in its queue. */
export type Place = Pick<Routable, "priority" | "due_at" | "id">;

interface Picking {
  accountId: string;
  /** Whose messages; null for those that no route was found for. */
  carrier: string | null;
  limit: number;
  /** The last one that was looked at: only those behind it. */
  behind: Place | undefined;
}

/** Messages that no carrier may have: only these may change it. */
export const neverOffered = sql`offered_at is null`;

/** Locks the first due messages of an account that may go to another carrier. */
export async function pickRoutable(
  { accountId, carrier, limit, behind }: Picking,
  tx: Tx,
): Promise<Routable[]> {
  const ofCarrier =
    carrier === null
      ? sql`carrier is null`
      : sql`carrier = ${carrier} and not test and priority in (0, 1) and ${neverOffered}`;
  const rest = behind
    ? sql`and (priority, due_at, id) > (${behind.priority}, ${behind.due_at}::timestamptz, ${behind.id}::uuid)`
    : sql``;
  // Each in the order of the index that it is found by.
  const order = carrier === null ? sql`due_at` : sql`priority, due_at, id`;
  const rows = await tx.execute<Routable & Record<string, unknown>>(sql`
    select id, due_at, recipient as "to", sender as "from", priority, test, wait_reason,
      offered_at is not null as is_offered
    from ${messages}
    where account_id = ${accountId} and ${waiting} and ${ofCarrier} and due_at <= now() ${rest}
    order by ${order} limit ${limit} for update skip locked`);
  return [...rows];
}

/** Where a message goes from now on; without a carrier it waits, and is looked at again after a pause. */
export interface Assignment {
  id: string;
  carrier: string | null;
  route: string | null;
}

const lookAgainMs = 10_000;

/** Gives locked messages their carriers. Returns the IDs. */
export async function assignCarriers(
  accountId: string,
  assignments: Assignment[],
  tx: Tx,
): Promise<string[]> {
  if (assignments.length === 0) return [];
  const lookAgainAt = new Date((await databaseNow(tx)).getTime() + lookAgainMs);
  const rows = await tx.execute<{ id: string }>(sql`
    update ${messages} set
      carrier = assigned.carrier,
      route = assigned.route,
      wait_reason = case when assigned.carrier is null then 'no_route' end,
      due_at = case when assigned.carrier is null
        then ${lookAgainAt.toISOString()}::timestamptz else messages.due_at end
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
  const at = sql`${(await databaseNow(tx)).toISOString()}::timestamptz`;
  const rows = await tx.execute(sql`
    update ${messages} set carrier = null, route = null,
      due_at = case when wait_reason = 'no_route' then greatest(scheduled_at, ${at}) else due_at end
    where account_id = ${accountId} and ${waiting} and ${neverOffered} and ${notAmong(known)}
    returning id`);
  return rows.length;
}

/** Whether a message waits for a carrier that is none of these, or without a route. */
export function notAmong(known: string[]) {
  return sql`(carrier is null or carrier <> all(${`{${known.join(",")}}`}::text[]))`;
}
