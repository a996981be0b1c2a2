import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { coreSentences } from "../core/sentences";
import { worded, wordedIssue } from "../core/worded";
import { buyerLimits } from "./buyer-limits";
import { invoiceSentences } from "./sentences";

/** What is issued for a purchase, and for its refund. */
export const invoiceKinds = ["invoice", "receipt", "correction"] as const;

export type InvoiceKind = (typeof invoiceKinds)[number];

/** What can be printed: lines of text, without control characters. */
const printable = /^(?:\P{C}|[\r\n])*$/u;

const { unprintable } = coreSentences;

/** The scripts that the fonts of our documents have, without pictures: an invoice can't be issued again. */
const inOurFonts =
  /^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Inherited}©®™]|(?!\p{Extended_Pictographic})\p{Script=Common})*$/u;

/** Whom the invoices of an account are made out to. Everything empty: nobody in particular. */
export const BuyerInput = z
  .object({
    name: line(buyerLimits.name),
    address: limitedText(buyerLimits.address)
      .default("")
      .refine((text) => printable.test(text), worded(unprintable))
      .refine((text) => inOurFonts.test(text), worded(invoiceSentences.notInOurFonts))
      .transform((text) => text.replaceAll(/\s*[\r\n]+\s*/g, "\n").trim())
      .refine(
        (text) => text.split("\n").length <= buyerLimits.addressLines,
        worded(invoiceSentences.tooManyLines),
      ),
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
    .refine((text) => inOurFonts.test(text), worded(invoiceSentences.notInOurFonts))
    .transform((text) => text.trim());
}
