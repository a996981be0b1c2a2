"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { SectionHeading } from "@/components/ui/heading";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { buyerLimits } from "@/lib/invoices/buyer-limits";
import type { Buyer } from "@/lib/invoices/get-buyer";
import { setBuyerAction } from "../actions";
import { creditsWords } from "../words";
import { SaveRow } from "./save-row";

interface BuyerFormProps {
  buyer: Buyer | null;
  /** Invoices are issued here, not only receipts. */
  hasSeller: boolean;
}

/** Whom invoices are made out to. */
export function BuyerForm({ buyer, hasSeller }: BuyerFormProps) {
  const words = useWords(creditsWords);
  const [state, action, isPending] = useAction(setBuyerAction);
  const failure = state?.ok === false ? state : null;
  const shown = { name: buyer?.name, address: buyer?.address, tax_id: buyer?.taxId };
  const fieldOf = (name: keyof typeof shown) => ({
    name,
    defaultValue: failure?.values[name] ?? shown[name] ?? "",
    error: failure?.fields?.[name],
  });
  return (
    <section id="buyer">
      <SectionHeading
        title={words.buyer}
        lead={hasSeller ? words.buyerLead : words.buyerLeadReceipt}
      />
      <ActionForm action={action} failure={failure} isKept>
        <TextField
          {...fieldOf("name")}
          label={words.buyerName}
          maxLength={buyerLimits.name}
          autoComplete="organization"
        />
        <TextAreaField
          {...fieldOf("address")}
          label={words.buyerAddress}
          rows={3}
          maxLength={buyerLimits.address}
          autoComplete="street-address"
        />
        <TextField
          {...fieldOf("tax_id")}
          label={words.taxId}
          hint={words.taxIdHint}
          maxLength={buyerLimits.taxId}
          autoComplete="off"
          isMono
          className="max-w-[18rem]"
        />
        <SaveRow words={words} isPending={isPending} isSaved={state?.ok === true} />
      </ActionForm>
    </section>
  );
}
