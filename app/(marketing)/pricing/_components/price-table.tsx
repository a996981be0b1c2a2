"use client";

import clsx from "clsx";
import { useWords } from "@/components/language/use-words";
import type { PriceList, Tier } from "@/lib/pricing/price-list";
import { pricingWords } from "../words";

/** The whole price list, with the tier of the volume asked about. */
export function PriceTable({ list, current }: { list: PriceList; current: Tier }) {
  const words = useWords(pricingWords);
  const withVat = (micros: number) => micros + (micros / 100) * list.vatPercent;
  return (
    <section className="mt-12 border-line border-t pt-4">
      <h2 className="font-semibold text-lg">{words.prices}</h2>
      <p className="mt-1 mb-4 max-w-[68ch] text-mute">{words.pricesLead}</p>
      <div className="-ml-4 overflow-x-auto pl-4">
        <table className="w-full max-w-[44rem] border-line border-b text-md max-sm:text-sm">
          <thead>
            <tr className="text-left text-mute text-sm">
              <th scope="col" className="pb-2 font-medium">
                {words.from}
              </th>
              <th scope="col" className="pb-2 pl-3 text-right font-medium">
                {words.perSegmentIn(list.currency)}
              </th>
              <th scope="col" className="pb-2 pl-3 text-right font-medium">
                {words.withVatIn(list.currency)}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.tiers.map(({ from, rateMicros }) => {
              const isCurrent = from === current.from;
              return (
                <tr
                  key={from}
                  aria-current={isCurrent || undefined}
                  className={clsx(
                    "border-line border-t",
                    isCurrent &&
                      "bg-sunk font-semibold shadow-[-12px_0_var(--sunk),-16px_0_var(--petrol)]",
                  )}
                >
                  <th
                    scope="row"
                    className={clsx("py-2 text-left tabular-nums", !isCurrent && "font-normal")}
                  >
                    {words.fromNumber(from)}{" "}
                    {isCurrent && (
                      <span className="text-mute text-sm max-sm:block">{words.yours}</span>
                    )}
                  </th>
                  <td className="whitespace-nowrap py-2 pl-3 text-right max-sm:pl-2 font-mono tabular-nums">
                    {words.rateNumber(rateMicros)}
                  </td>
                  <td className="whitespace-nowrap py-2 pl-3 text-right max-sm:pl-2 font-mono tabular-nums">
                    {words.rateNumber(withVat(rateMicros))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
