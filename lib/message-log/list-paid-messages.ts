import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandPermission } from "../core/actor";
import { readDb } from "../core/db";
import { firstIdAt, madeAtMs, publicId } from "../core/ids";

interface MovementOfMessages {
  id: string;
  kind: string;
}

export interface PaidMessages {
  count: number;
  /** Public ids of the first few. */
  messageIds: string[];
}

const namedAtMost = 3;
/** A charge gets its id right after its messages get theirs: there is no index, nor need of one. */
const togetherMs = 500;

interface Wanted {
  actor: Actor;
  input: { movements: MovementOfMessages[] };
}

/**
 * The messages that ledger transactions charged or refunded, by the transaction's ID. All are live: test messages are
 * free. Throws forbidden without `read_credits`.
 */
export async function listPaidMessages({
  actor,
  input,
}: Wanted): Promise<Map<string, PaidMessages>> {
  demandPermission(actor, "read_credits");
  const { accountId } = actor;
  const ids = (kind: string) => input.movements.filter((each) => each.kind === kind);
  const charges = ids("charge").map(({ id }) => ({
    id,
    since: firstIdAt(madeAtMs(id) - togetherMs),
  }));
  const refunds = ids("refund").map(({ id }) => ({ id }));
  const rows = await readDb().execute<{ id: string; count: number; ids: string[] }>(sql`
    select charge.id, found.count, found.ids
    from jsonb_to_recordset(${JSON.stringify(charges)}::jsonb) as charge(id uuid, since uuid),
      lateral (
        select count(*)::int as count, (array_agg(id order by id))[1:${namedAtMost}::int] as ids
        from ${messages}
        where account_id = ${accountId} and id between charge.since and charge.id
          and charge_id = charge.id
      ) found
    union all
    select refund.id, found.count, found.ids
    from jsonb_to_recordset(${JSON.stringify(refunds)}::jsonb) as refund(id uuid),
      lateral (
        select count(*)::int as count, (array_agg(id order by id))[1:${namedAtMost}::int] as ids
        from ${messages} where account_id = ${accountId} and refund_id = refund.id
      ) found`);
  return new Map(
    rows
      .filter(({ count }) => count > 0)
      .map(({ id, count, ids: few }) => [
        id,
        { count, messageIds: few.map((each) => publicId("msg", each)) },
      ]),
  );
}
