import { priceListInForce } from "./price-list-in-force";

/** The rate of VAT that a purchase had: that of the price list, unless it was another one when the checkout was opened. */
export function vatPercentOf({
  netCents,
  vatCents,
}: {
  netCents: number;
  vatCents: number;
}): number {
  const { vatPercent } = priceListInForce();
  if (Math.round((netCents * vatPercent) / 100) === vatCents) return vatPercent;
  return netCents === 0 ? 0 : Math.round((vatCents * 100) / netCents);
}
