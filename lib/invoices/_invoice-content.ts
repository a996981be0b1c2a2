import type { invoices } from "@/drizzle/schema/invoices";
import { appUrl } from "../core/env";
import { publicId } from "../core/ids";
import type { Party, PdfContent } from "../documents/pdf-content";
import type { Language } from "../language/language";
import { invoiceWords } from "./words";

export type Invoice = typeof invoices.$inferSelect;

interface Reading {
  language: Language;
  /** What it corrects, if it is a correction. */
  corrected: Invoice | null;
}

type SaidWords = (typeof invoiceWords)["en"];

/** An invoice, receipt, or correction as a PDF file says it. */
export function invoiceContent(invoice: Invoice, { language, corrected }: Reading): PdfContent {
  const words = invoiceWords[language];
  const { number, kind, issuedAt, paymentId } = invoice;
  const origin = corrected ?? invoice;
  return {
    language,
    title: corrected ? words.corrections[originKind(corrected)] : words.kinds[kind],
    mark: number,
    parties: partiesOf(invoice, words),
    facts: [
      ...(corrected
        ? [[words.corrects, words.issued(corrected.number, words.day(corrected.issuedAt))] as const]
        : []),
      [words.issuedOn, words.day(issuedAt)],
      [words.soldOn, words.day(origin.issuedAt)],
      [words.payment, publicId("pay", paymentId)],
    ],
    tables: [sumTable(invoice, words)],
    notes: [
      ...(corrected ? [words.corrected] : [words.paid]),
      ...(kind === "receipt" ? [words.notInvoice] : []),
    ],
    footer: `${new URL(appUrl()).host}, ${number}`,
  };
}

function originKind({ kind }: Invoice): "invoice" | "receipt" {
  return kind === "invoice" ? "invoice" : "receipt";
}

function partiesOf(invoice: Invoice, words: SaidWords): Party[] {
  const { sellerName, sellerAddress, sellerTaxId, buyerName, buyerAddress, buyerTaxId } = invoice;
  const account = `${words.account}: ${publicId("acc", invoice.accountId)}`;
  const seller = linesOf([sellerName, sellerAddress, sellerTaxId], words);
  const buyer = linesOf([buyerName, buyerAddress, buyerTaxId], words);
  return [
    { label: words.seller, lines: seller.length > 0 ? seller : [new URL(appUrl()).host] },
    { label: words.buyer, lines: [...buyer, account] },
  ];
}

type Details = [name: string | null, address: string | null, taxId: string | null];

function linesOf([name, address, taxId]: Details, words: SaidWords): string[] {
  if (name === null) return [];
  return [name, ...(address ?? "").split("\n"), ...(taxId ? [words.taxId(taxId)] : [])];
}

function sumTable(invoice: Invoice, words: SaidWords) {
  const { credits, rateMicros, vatPercent, currency, netCents, vatCents, grossCents } = invoice;
  const sums = [netCents, vatCents, grossCents].map((cents) => words.money(cents, currency));
  const heads = [words.count, words.rate, words.net, words.vat(vatPercent), words.gross];
  return {
    columns: [
      { head: words.item, share: 2.4 },
      ...heads.map((head) => ({ head, share: 1.7, isFigure: true })),
    ],
    rows: [[words.credits, words.number(credits), words.price(rateMicros, currency), ...sums]],
    total: [words.gross, "", "", ...sums],
  };
}
