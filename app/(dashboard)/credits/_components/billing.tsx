import { Permitted } from "@/components/permitted";
import type { UserActor } from "@/lib/core/actor";
import { getBuyer } from "@/lib/invoices/get-buyer";
import { listInvoices } from "@/lib/invoices/list-invoices";
import { sellerOf } from "@/lib/invoices/seller-of";
import { isCheckoutOn } from "@/lib/payments/is-checkout-on";
import { BuyerForm } from "./buyer-form";
import { Invoices } from "./invoices";

interface BillingProps {
  actor: UserActor;
  /** The `nextCursor` of the page of invoices before, if this is not the first. */
  cursor: string | undefined;
}

const shown = 20;

/** Where credits are or were sold: what was issued for purchases, and whom it is made out to. */
export async function Billing({ actor, cursor }: BillingProps) {
  const [buyer, page] = await Promise.all([
    getBuyer({ actor }),
    listInvoices({ actor, input: { limit: shown, cursor } }),
  ]);
  if (!isCheckoutOn() && page.data.length === 0) return null;
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-2">
      <Invoices page={page} cursor={cursor} />
      <Permitted permission="manage_billing">
        <BuyerForm buyer={buyer} hasSeller={sellerOf() !== null} />
      </Permitted>
    </div>
  );
}
