import { type Actor, demandPermission } from "../core/actor";
import { listMonths, type SpentMonth } from "../credits/list-months";
import type { PriceList } from "../pricing/price-list";
import { quoteVolume } from "../pricing/quote-volume";
import { priceListInForce } from "./price-list-in-force";

interface MonthCost extends SpentMonth {
  /** Net price of one credit: that of the tier which the month's credits reach. */
  rateMicros: number;
  netMicros: number;
}

export interface Costs {
  currency: string;
  /** Net price of one credit in the current month so far: what a balance is valued at. */
  rateMicros: number;
  /** The months with spending, newest first. */
  months: MonthCost[];
}

const maxMonths = 24;

/** What an account spent by month, in money of the current price list, excl. VAT, and its current rate. */
export async function getCosts({ actor }: { actor: Actor }): Promise<Costs> {
  demandPermission(actor, "read_credits");
  const list = priceListInForce();
  const spent = await listMonths({ actor, input: { limit: maxMonths } });
  const months = spent.map((each) => {
    const rateMicros = rateOf(each.credits, list);
    return { ...each, rateMicros, netMicros: each.credits * rateMicros };
  });
  const thisMonth = new Date().toISOString().slice(0, 7);
  const current = months.find(({ month }) => month === thisMonth);
  return { currency: list.currency, rateMicros: current?.rateMicros ?? rateOf(0, list), months };
}

function rateOf(credits: number, list: PriceList): number {
  return quoteVolume({ messages: Math.max(1, credits), segments: 1 }, list).tier.rateMicros;
}
