import { wordsOf } from "@/components/language/current-language";
import { Notice } from "@/components/ui/notice";
import { ExactTime } from "@/components/ui/time";
import { getSpending } from "@/lib/credits/get-spending";
import { sumLedger } from "@/lib/credits/sum-ledger";
import { creditsWords } from "../words";

/** The balance, large, and the sum of the ledger that it is. */
export async function BalanceSummary({ accountId }: { accountId: string }) {
  const words = await wordsOf(creditsWords);
  const [{ balance, byKind, total, asOf }, { spent, daysLeft }] = await Promise.all([
    sumLedger(accountId),
    getSpending(accountId),
  ]);
  const parts = [
    { sign: "", amount: byKind.grant, name: words.given },
    { sign: "+", amount: byKind.topup, name: words.bought },
    { sign: "−", amount: Math.abs(byKind.charge), name: words.forMessages },
    { sign: "+", amount: byKind.refund, name: words.givenBack },
  ];
  return (
    <section className="border-ink border-t-2 pt-3">
      <p className="font-mono text-display tabular-nums" data-testid="credits">
        {words.number(balance)}
      </p>
      <p className="mt-1 max-w-[68ch] text-mute">{words.rate(spent, daysLeft)}</p>
      <h2 className="mt-5 font-medium text-sm">{words.sum}</h2>
      <p
        className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 font-mono tabular-nums"
        data-testid="sum"
      >
        {parts.map(({ sign, amount, name }) => (
          <span key={name} className="whitespace-nowrap">
            {sign && `${sign} `}
            {words.number(amount)} <span className="font-sans text-mute text-sm">{name}</span>
          </span>
        ))}
        <strong className="whitespace-nowrap font-semibold">= {words.number(total)}</strong>
      </p>
      <p className="mt-1 text-mute text-sm">
        {words.asOf} <ExactTime at={asOf.toISOString()} />
      </p>
      {total !== balance && <Notice tone="bad" role="alert" title={words.broken} />}
    </section>
  );
}
