import type { PriceList } from "./price-list";

export interface Purchase {
  credits: number;
  /** Net price of one. */
  rateMicros: number;
}

/** Money as an invoice has it, in hundredths of the currency: net and VAT always add up to gross. */
export interface Bill {
  netCents: number;
  vatCents: number;
  grossCents: number;
}

const microsPerCent = 10_000;

/** One line of an invoice: the net sum rounded to hundredths, and the VAT of that, rounded in turn. */
export function billCredits({ credits, rateMicros }: Purchase, { vatPercent }: PriceList): Bill {
  const netCents = Math.round((credits * rateMicros) / microsPerCent);
  const vatCents = Math.round((netCents * vatPercent) / 100);
  return { netCents, vatCents, grossCents: netCents + vatCents };
}
