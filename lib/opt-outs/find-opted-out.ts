import type { Actor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { type Addressed, optedOutOf } from "./opted-out-clause";

interface Wanted {
  actor: Pick<Actor, "accountId">;
  /** Messages that are to be sent. */
  input: readonly Addressed[];
  tx?: Tx;
}

/** Which messages may not be sent because their recipient wants none of the sender: one query for all of them. */
export async function findOptedOut({
  actor,
  input,
  tx = db(),
}: Wanted): Promise<(message: Addressed) => boolean> {
  if (input.length === 0) return () => false;
  const rows = await tx.execute<{ recipient: string; sender: string }>(
    optedOutOf(actor.accountId, input),
  );
  const keys = new Set(rows.map(({ recipient, sender }) => `${recipient} ${sender}`));
  return ({ to, from }) => keys.has(`${to} ${from}`);
}
