"use client";

import { useCreditWorth } from "@/components/credit-price";
import { useWords } from "@/components/language/use-words";
import { ButtonLink } from "@/components/ui/button-link";
import { checkWords } from "../check-words";

interface CostFactsProps {
  credits: number;
  balance: number;
}

/** What it costs in credits and money, and what is left after it. */
export function CostFacts({ credits, balance }: CostFactsProps) {
  const words = useWords(checkWords);
  const worth = useCreditWorth();
  const left = balance - credits;
  return (
    <dl className="h-fit border-line md:border-l md:pl-8">
      <dt className="text-mute">{words.cost}</dt>
      <dd className="mb-3">
        <span className="block text-lg tabular-nums">{words.credits(credits)}</span>
        <span className="text-mute text-sm">{worth(credits)}</span>
      </dd>
      <dt className="text-mute">{words.after}</dt>
      <dd className="tabular-nums">
        {left >= 0 ? (
          words.credits(left)
        ) : (
          <>
            <span className="block text-bad">{words.short(-left)}</span>
            <ButtonLink href="/credits" className="mt-2">
              {words.topUp}
            </ButtonLink>
          </>
        )}
      </dd>
    </dl>
  );
}
