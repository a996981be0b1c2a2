import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { SectionHeading } from "@/components/ui/heading";
import type { Actor } from "@/lib/core/actor";
import { publicId } from "@/lib/core/ids";
import { type Spender, sumSpenders } from "@/lib/message-log/sum-spenders";
import type { MonthCost } from "@/lib/payments/get-costs";
import { listTokens } from "@/lib/tokens/list-tokens";
import { creditsWords } from "../words";
import { SumTable } from "./sum-table";

interface CostBreakdownProps {
  actor: Actor;
  month: MonthCost;
  currency: string;
}

/** One month's cost by sender and by API token. */
export async function CostBreakdown({ actor, month, currency }: CostBreakdownProps) {
  const [words, { senders, tokens }, known] = await Promise.all([
    wordsOf(creditsWords),
    sumSpenders({ actor, input: { month: month.month } }),
    listTokens({ actor }),
  ]);
  const names = new Map(known.map(({ token_id, name }) => [token_id, name]));
  const nameOf = (tokenId: string | null) =>
    tokenId === null ? words.fromPanel : (names.get(publicId("tok", tokenId)) ?? words.noToken);
  const sumsOf = ({ messages, credits }: Spender) => [
    words.number(messages),
    words.number(credits),
    words.money(credits * month.rateMicros, currency),
  ];
  const heads = [words.messages, words.change, words.value];
  return (
    <section id="breakdown">
      <SectionHeading title={words.breakdown(month.month)} lead={words.breakdownLead} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-6 lg:grid-cols-2 lg:items-start">
        <SumTable
          caption={words.bySender}
          heads={[words.sender, ...heads]}
          rows={senders.map((row) => ({
            key: row.sender,
            name: <OutsideText text={row.sender} />,
            sums: sumsOf(row),
          }))}
        />
        <SumTable
          caption={words.byToken}
          heads={[words.token, ...heads]}
          rows={tokens.map((row) => ({
            key: row.tokenId ?? "",
            name: <OutsideText text={nameOf(row.tokenId)} />,
            sums: sumsOf(row),
          }))}
        />
      </div>
    </section>
  );
}
