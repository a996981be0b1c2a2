import { eq } from "drizzle-orm";
import { buyers } from "@/drizzle/schema/invoices";
import { changesBetween } from "../activity/changes-between";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { parseInput } from "../core/parse-input";
import { BuyerInput } from "./contract";
import type { Buyer } from "./get-buyer";

interface Wanted {
  actor: Actor;
  /** A `BuyerInput` that nobody has checked. */
  input: unknown;
}

/**
 * Sets whom the invoices of an account are made out to from now on; what was issued stays as it is. Throws invalid_request, and
 * forbidden without `manage_billing`.
 */
export async function setBuyer({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_billing");
  const wanted = parseInput(BuyerInput, input);
  await db().transaction(async (tx) => {
    const before = await store(actor.accountId, wanted, tx);
    const changes = changesBetween(factsOf(before), factsOf(wanted));
    if (changes) await recordActivity({ actor, action: "settings.changed", ...changes }, tx);
  });
}

/** Returns what was there before. */
async function store(accountId: string, wanted: Buyer | null, tx: Tx): Promise<Buyer | null> {
  const ofAccount = eq(buyers.accountId, accountId);
  const [before] = await tx.select().from(buyers).where(ofAccount).for("update");
  if (wanted === null) {
    await tx.delete(buyers).where(ofAccount);
  } else {
    await tx
      .insert(buyers)
      .values({ accountId, ...wanted })
      .onConflictDoUpdate({ target: buyers.accountId, set: wanted });
  }
  return before ?? null;
}

function factsOf(buyer: Buyer | null) {
  return {
    buyer_name: buyer?.name ?? null,
    buyer_address: buyer?.address ?? null,
    tax_id: buyer?.taxId ?? null,
  };
}
