import { and, eq } from "drizzle-orm";
import { payments } from "@/drizzle/schema/payments";
import type { Actor } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import type { CreditMovement } from "../credits/list-movements";
import { getCosts } from "./get-costs";

export interface Value {
  /** Millionths of the currency, excl. VAT; negative where credits were. */
  micros: number;
  currency: string;
}

const microsPerCent = 10_000;

type Valued = Pick<CreditMovement, "id" | "kind" | "amount" | "at">;

interface Wanted {
  actor: Actor;
  input: { movements: Valued[] };
}

/**
 * What ledger transactions of an account are worth, by their IDs: a purchase is worth what was paid for it, any other
 * transaction its credits at the rate of its month, as the account's cost of that month is.
 */
export async function valueMovements({ actor, input }: Wanted): Promise<Map<string, Value>> {
  const { movements } = input;
  const ids = movements.filter(({ kind }) => kind === "topup").map(({ id }) => id);
  const [{ months, rateMicros, currency }, paid] = await Promise.all([
    getCosts({ actor }),
    findPaid(actor.accountId, ids),
  ]);
  const rates = new Map(months.map((each) => [each.month, each.rateMicros]));
  return new Map(
    movements.map(({ id, amount, at }) => {
      const rate = rates.get(at.toISOString().slice(0, 7)) ?? rateMicros;
      return [id, paid.get(id) ?? { micros: amount * rate, currency }];
    }),
  );
}

async function findPaid(accountId: string, ids: string[]): Promise<Map<string, Value>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: payments.id, netCents: payments.netCents, currency: payments.currency })
    .from(payments)
    .where(and(eq(payments.accountId, accountId), anyOf(payments.id, ids)));
  return new Map(
    rows.map(({ id, netCents, currency }) => [id, { micros: netCents * microsPerCent, currency }]),
  );
}
