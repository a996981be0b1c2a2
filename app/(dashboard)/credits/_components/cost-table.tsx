import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import type { Costs } from "@/lib/payments/get-costs";
import { creditsWords } from "../words";
import { SumTable } from "./sum-table";

interface CostTableProps {
  costs: Costs;
  /** The month whose breakdown is shown. */
  chosen: string | undefined;
}

/** What each month cost, in credits and money; each month leads to its breakdown. */
export async function CostTable({ costs, chosen }: CostTableProps) {
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
                href={`/credits?month=${month}#breakdown`}
                prefetch={false}
                className="link"
                aria-current={month === chosen ? "true" : undefined}
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
