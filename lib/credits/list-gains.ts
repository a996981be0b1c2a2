import { sql } from "drizzle-orm";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { type Actor, demandPermission } from "../core/actor";
import type { Tx } from "../core/db";

/** Credits granted, bought, or taken back. */
export interface Gain {
  id: string;
  kind: "grant" | "topup" | "reversal";
  /** Negative if they were taken away. */
  credits: number;
  note: string | null;
  at: Date;
}

interface Wanted {
  actor: Actor;
  /** From `since` on and before `until`. */
  input: { since: Date; until: Date; limit: number };
}

/**
 * The ledger's transactions about other credits than those of messages, in their order, in the caller's transaction. Reads no
 * transaction of a message. Throws forbidden without `read_credits`.
 */
export async function listGains({ actor, input }: Wanted, tx: Tx): Promise<Gain[]> {
  demandPermission(actor, "read_credits");
  const { since, until, limit } = input;
  const rows = await tx.execute<Record<"id" | "number" | "credits" | "at", string> & Kept>(sql`
    select id, number, kind, gain as credits, note, created_at as at from ${ledgerTransactions}
    where account_id = ${actor.accountId} and kind in ('grant', 'topup', 'reversal')
      and created_at >= ${since.toISOString()} and created_at < ${until.toISOString()}
    order by id limit ${limit}`);
  // A purchase has the ID of its checkout, which may be days older.
  return rows
    .toSorted((one, other) => Number(one.number) - Number(other.number))
    .map(({ id, kind, credits, note, at }) => {
      return { id, kind, credits: Number(credits), note, at: new Date(at) };
    });
}

type Kept = Pick<Gain, "kind" | "note">;
