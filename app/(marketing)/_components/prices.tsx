import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { priceListInForce } from "@/lib/payments/price-list-in-force";
import { pricingWords } from "../pricing/words";
import type { LandingWords } from "../words";
import { Section } from "./section";

/** The current price list in one row. */
export async function Prices({ words }: { words: LandingWords }) {
  const { fromNumber, rateNumber } = await wordsOf(pricingWords);
  const { tiers, currency } = priceListInForce();
  return (
    <Section id="prices" title={words.prices} lead={words.pricesLead(currency)} isWide>
      <dl className="grid grid-cols-2 border-line border-b sm:grid-cols-3 lg:grid-cols-6">
        {tiers.map(({ from, rateMicros }) => (
          <div key={from} className="border-line border-t py-3 pr-4">
            <dt className="text-mute tabular-nums">{fromNumber(from)}</dt>
            <dd className="mt-1 font-mono text-lg tabular-nums">{rateNumber(rateMicros)}</dd>
          </div>
        ))}
      </dl>
      <Link
        href="/pricing"
        prefetch={false}
        className="link mt-3 inline-flex items-center max-sm:min-h-11"
      >
        {words.calculate}
      </Link>
    </Section>
  );
}
