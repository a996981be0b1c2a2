import { eq } from "drizzle-orm";
import { buyers, invoices } from "@/drizzle/schema/invoices";
import type { SystemActor } from "../activity/who";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { nextNumber } from "./_next-number";
import { sellerOf } from "./seller-of";

/** What was bought, and for how much. */
interface Purchase {
  paymentId: string;
  credits: number;
  rateMicros: number;
  vatPercent: number;
  currency: string;
  netCents: number;
  vatCents: number;
  grossCents: number;
}

interface Wanted {
  actor: SystemActor;
  input: Purchase;
}

/**
 * Issues what a purchase gets, in the transaction that books it: an invoice if seller and buyer are known, a receipt
 * otherwise. It has the facts of this moment and never changes.
 */
export async function issueInvoice({ actor, input }: Wanted, tx: Tx): Promise<void> {
  const { accountId } = actor;
  const seller = sellerOf();
  const [buyer] = await tx.select().from(buyers).where(eq(buyers.accountId, accountId));
  const kind = seller && buyer ? "invoice" : "receipt";
  await tx.insert(invoices).values({
    ...input,
    accountId,
    id: newId(),
    number: await nextNumber(kind, tx),
    kind,
    sellerName: seller?.name,
    sellerAddress: seller?.address,
    sellerTaxId: seller?.taxId,
    buyerName: buyer?.name,
    buyerAddress: buyer?.address,
    buyerTaxId: buyer?.taxId,
  });
}
