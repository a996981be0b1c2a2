import { Permitted } from "@/components/permitted";
import type { UserActor } from "@/lib/core/actor";
import { getBuyer } from "@/lib/invoices/get-buyer";
import { sellerOf } from "@/lib/invoices/seller-of";
import { BuyerForm } from "./buyer-form";
import { Invoices } from "./invoices";

interface BillingProps {
  actor: UserActor;
  cursor: string | undefined;
}

/** Where credits are sold: what was issued for purchases, and whom it is made out to. */
export async function Billing({ actor, cursor }: BillingProps) {
  const buyer = await getBuyer({ actor });
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-2">
      <Invoices actor={actor} cursor={cursor} />
      <Permitted permission="manage_billing">
        <BuyerForm buyer={buyer} hasSeller={sellerOf() !== null} />
      </Permitted>
    </div>
  );
}
