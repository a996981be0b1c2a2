import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { publicId } from "@/lib/core/ids";
import type { CostGroup, CostSums } from "@/lib/costs/read-groups";
import type { CostReport } from "@/lib/costs/sum-costs";
import { SumTable } from "../../_components/sum-table";
import { costsPath, type Shown } from "../costs-path";
import { costsWords, groupName } from "../words";

interface CostGroupsProps {
  report: CostReport;
  shown: Shown;
  /** What credits of a month are worth; null where the report has several months with prices of their own. */
  worthOf: ((group: CostGroup | null, credits: number) => string) | null;
}

/** The groups of a report with their figures, and under them the sum of all, which is the ledger's. */
export async function CostGroups({ report, shown, worthOf }: CostGroupsProps) {
  const words = await wordsOf(costsWords);
  const { by } = shown;
  const { groups, others, total } = report;
  const sumsOf = (sums: CostSums, group: CostGroup | null) => [
    words.number(sums.messages),
    words.number(sums.charged),
    words.number(sums.refunded),
    words.number(sums.credits),
    ...(worthOf ? [worthOf(group, sums.credits)] : []),
  ];
  const heads = [words.by[by], words.messages, words.charged, words.refunded, words.credits];
  return (
    <SumTable
      caption={words.table(words.by[by])}
      heads={worthOf ? [...heads, words.value] : heads}
      rows={[
        ...groups.map((group) => ({
          key: `${group.isRest} ${group.key}`,
          name: <Name group={group} shown={shown} text={groupName(words, by, group)} />,
          sums: sumsOf(group, group),
        })),
        ...(others.groups > 0
          ? [{ key: "others", name: words.others(others.groups), sums: sumsOf(others, null) }]
          : []),
        {
          key: "total",
          name: <strong className="font-semibold">{words.total}</strong>,
          sums: sumsOf(total, null),
        },
      ]}
    />
  );
}

interface NameProps {
  group: CostGroup;
  shown: Shown;
  text: string;
}

/** A month leads to its senders, a campaign to its page. */
function Name({ group: { key, name }, shown, text }: NameProps) {
  const href = key === null ? undefined : hrefOf(shown, key, name);
  const label = <OutsideText text={text} />;
  return href ? (
    <Link href={href} prefetch={false} className="link">
      {label}
    </Link>
  ) : (
    label
  );
}

function hrefOf({ by }: Shown, key: string, name: string | null): string | undefined {
  if (by === "month") return costsPath({ by: "sender", months: { from: key, to: key } });
  return by === "campaign" && name !== null ? `/campaigns/${publicId("cmp", key)}` : undefined;
}
