"use client";

import { useCreditWorth } from "@/components/credit-price";
import { useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import { logWords } from "../words";
import type { Cancelling } from "./use-cancel";

/** Says what came of cancelling, the credits first of all. Its place is there before, so that it is read out. */
export function CancelOutcome({ outcome }: Pick<Cancelling, "outcome">) {
  const words = useWords(logWords);
  const worth = useCreditWorth();
  return (
    <div role="status" className="empty:hidden not-empty:mb-4">
      {outcome?.ok === true && (
        <Notice tone="ok" title={words.cancelled(outcome.value.credits)}>
          {words.willNotBeSent(outcome.value.to)}{" "}
          {outcome.value.credits > 0 && words.refundWorth(worth(outcome.value.credits))}
        </Notice>
      )}
      {outcome?.ok === false && (
        <Notice
          tone="bad"
          title={`${words.notCancelled}: ${words.refusals[outcome.code] ?? outcome.message}`}
        />
      )}
    </div>
  );
}
