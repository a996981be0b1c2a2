import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import type { Costs } from "@/lib/payments/get-costs";
import { costsPath } from "../costs/costs-path";
import { creditsWords } from "../words";
import { SumTable } from "./sum-table";

/** What each month cost, in credits and money; each month leads to its report. */
export async function CostTable({ costs }: { costs: Costs }) {
  const words = await wordsOf(creditsWords);
  return (
    <section id="costs">
      <SectionHeading title={words.costs} lead={words.costsLead} />
      {costs.months.length === 0 ? (
        <p className="border-line border-t py-4 text-mute">{words.noCosts}</p>
      ) : (
        <SumTable
          caption={words.costs}
          heads={[words.month, words.change, words.perCredit, words.value]}
          rows={costs.months.map(({ month, credits, rateMicros, netMicros }) => ({
            key: month,
            name: (
              <Link
                href={costsPath({ by: "sender", months: { from: month, to: month } })}
                prefetch={false}
                className="link"
              >
                {words.monthName(month)}
              </Link>
            ),
            sums: [
              words.number(credits),
              words.money(rateMicros, costs.currency),
              words.money(netMicros, costs.currency),
            ],
          }))}
        />
      )}
    </section>
  );
}
