import { numberWords } from "../language/count-words";
import { dateFormat } from "../language/formats";
import type { Language, Words } from "../language/language";
import { moneyWords } from "../language/money-words";
import type { InvoiceKind } from "./contract";

const microsPerCent = 10_000;

const en = {
  kinds: {
    invoice: "Invoice",
    receipt: "Receipt",
    correction: "Correction",
  } satisfies Record<InvoiceKind, string> as Record<InvoiceKind, string>,
  /** The title of a correction, by what it corrects. */
  corrections: { invoice: "Corrective invoice", receipt: "Correction of a receipt" },
  corrects: "Corrects",
  issued: (number: string, day: string) => `${number} of ${day}`,
  day: (at: Date) => dayWords("en", at),
  seller: "Seller",
  buyer: "Buyer",
  taxId: (id: string) => `Tax ID: ${id}`,
  account: "Account",
  issuedOn: "Issued",
  soldOn: "Paid",
  payment: "Payment",
  item: "Item",
  credits: "SMS credits",
  count: "Quantity",
  rate: "Net price",
  net: "Net",
  vat: (percent: number) => `VAT ${percent}%`,
  gross: "Total",
  paid: "Paid online by Stripe.",
  corrected: "The sums are the difference to the document that is corrected.",
  notInvoice: "This receipt confirms a payment. It is not a VAT invoice.",
  number: (count: number) => numberWords("en", count).replace("-", "−"),
  price: (micros: number, currency: string) => moneyWords("en", micros, currency),
  money: (cents: number, currency: string) =>
    moneyWords("en", cents * microsPerCent, currency).replace("-", "−"),
};

function dayWords(language: Language, at: Date): string {
  return dateFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

/** What invoices, receipts, and corrections say, in the language of whoever downloads them. */
export const invoiceWords: Words<typeof en> = {
  en,
  pl: {
    kinds: { invoice: "Faktura", receipt: "Potwierdzenie zapłaty", correction: "Korekta" },
    corrections: { invoice: "Faktura korygująca", receipt: "Korekta potwierdzenia zapłaty" },
    corrects: "Dotyczy",
    issued: (number, day) => `${number} z dnia ${day}`,
    day: (at) => dayWords("pl", at),
    seller: "Sprzedawca",
    buyer: "Nabywca",
    taxId: (id) => `NIP: ${id}`,
    account: "Konto",
    issuedOn: "Data wystawienia",
    soldOn: "Data zapłaty",
    payment: "Płatność",
    item: "Nazwa",
    credits: "Kredyty SMS",
    count: "Liczba",
    rate: "Cena netto",
    net: "Netto",
    vat: (percent) => `VAT ${percent}%`,
    gross: "Razem",
    paid: "Zapłacono online przez Stripe.",
    corrected: "Kwoty są różnicą względem korygowanego dokumentu.",
    notInvoice: "To potwierdzenie zapłaty nie jest fakturą VAT.",
    number: (count) => numberWords("pl", count).replace("-", "−"),
    price: (micros, currency) => moneyWords("pl", micros, currency),
    money: (cents, currency) => moneyWords("pl", cents * microsPerCent, currency).replace("-", "−"),
  },
};
