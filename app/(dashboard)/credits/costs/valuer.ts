import type { CostGroup } from "@/lib/costs/read-groups";
import type { Costs } from "@/lib/payments/get-costs";
import type { Shown } from "./costs-path";
import type { costsWords } from "./words";

/**
 * What credits of a report are worth: at the price of its month, or of each of them in a list of months. Null for other
 * groups of several months, each of which has credits at several prices.
 */
export function valuer(
  words: (typeof costsWords)["en"],
  { by, months }: Shown,
  costs: Costs,
): ((group: CostGroup | null, credits: number) => string) | null {
  const rates = new Map(costs.months.map((each) => [each.month, each.rateMicros]));
  const rateOf = (month: string) => rates.get(month) ?? costs.rateMicros;
  const isOne = months.from === months.to;
  if (!isOne && by !== "month") return null;
  return (group, credits) => {
    if (isOne) return words.money(credits * rateOf(months.from), costs.currency);
    if (group?.key) return words.money(credits * rateOf(group.key), costs.currency);
    const within = costs.months.filter(({ month }) => month >= months.from && month <= months.to);
    return words.money(
      within.reduce((sum, { netMicros }) => sum + netMicros, 0),
      costs.currency,
    );
  };
}
