import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { Notice } from "@/components/ui/notice";
import { ExactTime } from "@/components/ui/time";
import type { Actor } from "@/lib/core/actor";
import { getSpending } from "@/lib/credits/get-spending";
import { sumLedger } from "@/lib/credits/sum-ledger";
import { rateWords } from "@/lib/language/rate-words";
import type { Costs } from "@/lib/payments/get-costs";
import { creditsWords } from "../words";

interface BalanceSummaryProps {
  actor: Actor;
  costs: Costs;
}

/** The balance and its value, large, and the ledger total that it equals. */
export async function BalanceSummary({ actor, costs }: BalanceSummaryProps) {
  const [words, language, { balance, owed, byKind, total, asOf }, spending] = await Promise.all([
    wordsOf(creditsWords),
    currentLanguage(),
    sumLedger({ actor }),
    getSpending({ actor }),
  ]);
  const { currency, rateMicros } = costs;
  const parts = [
    { sign: "", amount: byKind.grant, name: words.given },
    { sign: "+", amount: byKind.topup, name: words.bought },
    { sign: "−", amount: Math.abs(byKind.charge), name: words.forMessages },
    { sign: "+", amount: byKind.refund, name: words.givenBack },
    { sign: "−", amount: -byKind.reversal, name: words.takenBack },
  ].filter(({ name, amount }) => name !== words.takenBack || amount !== 0);
  return (
    <section className="border-ink border-t-2 pt-3">
      <p className="font-mono text-display tabular-nums" data-testid="credits">
        {words.number(balance)}
      </p>
      <p data-testid="worth">
        {words.worth(
          words.money(balance * rateMicros, currency),
          words.money(rateMicros, currency),
        )}
      </p>
      <p className="mt-1 max-w-[68ch] text-mute">{rateWords(language, spending)}</p>
      {owed > 0 && (
        <div className="mt-3">
          <Notice tone="warn" title={words.owed(owed)}>
            <p>{words.owedMeaning}</p>
          </Notice>
        </div>
      )}
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
