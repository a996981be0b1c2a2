"use client";

import { useWords } from "@/components/language/use-words";
import type { PriceList } from "@/lib/pricing/price-list";
import { priceUnicode } from "@/lib/pricing/price-unicode";
import type { CalculatorInput } from "../calculator-input";
import { pricingWords } from "../words";

const namedAtMost = 6;

/** Which characters of the pasted text make it more expensive, and by how much per month. */
export function UnicodeCost({ input, list }: { input: CalculatorInput; list: PriceList }) {
  const words = useWords(pricingWords);
  const cost = priceUnicode(input, list);
  if (!cost) return null;
  const { characters, segments, plainSegments, moreMicros } = cost;
  const named = characters.slice(0, namedAtMost).map(({ character, name }) =>
    // An invisible character goes by its name.
    /^[\p{L}\p{N}\p{P}\p{S}\p{Extended_Pictographic}]/u.test(character) ? `‘${character}’` : name,
  );
  const rest = characters.length - named.length;
  return (
    <div className="border-line border-l-4 border-l-citron bg-panel py-1 pl-3">
      <h2 className="font-medium">{words.unicode}</h2>
      <p className="wrap-anywhere">
        {words.switches(
          named.join(", ") + (rest > 0 ? words.andMore(rest) : ""),
          characters.length === 1,
        )}{" "}
        {plainSegments === null && words.noLookAlike}
        {plainSegments !== null &&
          (moreMicros > 0
            ? words.unicodeMore(segments, plainSegments, words.money(moreMicros, list.currency))
            : words.unicodeSame)}
      </p>
    </div>
  );
}
