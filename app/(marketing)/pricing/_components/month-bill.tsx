"use client";

import clsx from "clsx";
import { useWords } from "@/components/language/use-words";
import type { PriceList } from "@/lib/pricing/price-list";
import type { VolumeQuote } from "@/lib/pricing/quote-volume";
import { pricingWords } from "../words";

const microsPerCent = 10_000;

interface MonthBillProps {
  quote: VolumeQuote;
  list: PriceList;
  className?: string;
}

/** The result: what the month costs, how that adds up, and how far the next tier is. */
export function MonthBill({ quote, list, className }: MonthBillProps) {
  const words = useWords(pricingWords);
  const money = (micros: number) => words.money(micros, list.currency);
  const cents = (count: number) => money(count * microsPerCent);
  const { bill, tier, credits, perMessageMicros } = quote;
  const rows = [
    [words.rate, money(tier.rateMicros)],
    [words.perMessage, money(perMessageMicros)],
    [words.credits, words.number(credits)],
    [words.netSum, cents(bill.netCents)],
    [words.vat(list.vatPercent), cents(bill.vatCents)],
  ] as const;
  return (
    <section className={clsx("min-w-0 border-ink border-t-2 pt-3", className)}>
      <h2 className="font-medium text-mute">{words.total}</h2>
      <p className="wrap-anywhere font-mono text-xl tabular-nums" data-testid="net">
        {cents(bill.netCents)} <span className="font-sans text-base text-mute">{words.net}</span>
      </p>
      <dl className="mt-3 text-md">
        {rows.map(([name, value]) => (
          <Row key={name} name={name} value={value} />
        ))}
        <Row name={words.gross} value={cents(bill.grossCents)} isSum />
      </dl>
      <p className="mt-3 text-pretty text-mute">
        <NextTier quote={quote} currency={list.currency} />
      </p>
    </section>
  );
}

function Row({ name, value, isSum = false }: { name: string; value: string; isSum?: boolean }) {
  return (
    <div
      className={clsx(
        "flex flex-wrap items-baseline justify-between gap-x-4 border-t py-1.5",
        isSum ? "border-ink font-semibold" : "border-line",
      )}
    >
      <dt className={clsx(!isSum && "text-mute")}>{name}</dt>
      <dd className="font-mono tabular-nums">{value}</dd>
    </div>
  );
}

function NextTier({ quote, currency }: { quote: VolumeQuote; currency: string }) {
  const words = useWords(pricingWords);
  const { next, netMicros } = quote;
  if (!next) return words.highest;
  const rate = words.money(next.rateMicros, currency);
  const rounded = (micros: number) =>
    words.money(Math.round(micros / microsPerCent) * microsPerCent, currency);
  return next.netMicros < netMicros
    ? words.nextSaves(next.moreMessages, rate, rounded(netMicros - next.netMicros))
    : words.next(next.moreMessages, rate, rounded(next.netMicros));
}
