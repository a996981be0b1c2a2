import { eq } from "drizzle-orm";
import { buyers } from "@/drizzle/schema/invoices";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

export interface Buyer {
  name: string;
  /** One or more lines. */
  address: string;
  taxId: string | null;
}

/** Whom the invoices of an account are made out to; null if nobody was entered. Throws forbidden without `read_credits`. */
export async function getBuyer({ actor }: { actor: Actor }): Promise<Buyer | null> {
  demandPermission(actor, "read_credits");
  const { name, address, taxId, accountId } = buyers;
  const [buyer] = await db()
    .select({ name, address, taxId })
    .from(buyers)
    .where(eq(accountId, actor.accountId));
  return buyer ?? null;
}
