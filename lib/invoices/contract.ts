import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { coreSentences } from "../core/sentences";
import { worded, wordedIssue } from "../core/worded";
import { invoiceSentences } from "./sentences";

/** What is issued for a purchase, and for its refund. */
export const invoiceKinds = ["invoice", "receipt", "correction"] as const;

export type InvoiceKind = (typeof invoiceKinds)[number];

export const buyerLimits = { name: 200, address: 300, taxId: 30 } as const;

/** What can be printed: lines of text, without control characters. */
const printable = /^(?:\P{C}|[\r\n])*$/u;

const { unprintable } = coreSentences;

/** Whom the invoices of an account are made out to. Everything empty: nobody in particular. */
export const BuyerInput = z
  .object({
    name: line(buyerLimits.name),
    address: limitedText(buyerLimits.address)
      .default("")
      .refine((text) => printable.test(text), worded(unprintable))
      .transform((text) => text.replaceAll(/\s*[\r\n]+\s*/g, "\n").trim()),
    tax_id: line(buyerLimits.taxId),
  })
  .transform(({ name, address, tax_id }, context) => {
    if (name === "" && address === "" && tax_id === "") return null;
    if (name === "") context.addIssue(wordedIssue(invoiceSentences.noName, ["name"]));
    if (address === "") context.addIssue(wordedIssue(invoiceSentences.noAddress, ["address"]));
    return { name, address, taxId: tax_id === "" ? null : tax_id };
  });

function line(max: number) {
  return limitedText(max)
    .default("")
    .refine((text) => /^\P{C}*$/u.test(text), worded(unprintable))
    .transform((text) => text.trim());
}
