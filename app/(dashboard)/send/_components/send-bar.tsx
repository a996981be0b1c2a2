"use client";

import { useCreditWorth } from "@/components/credit-price";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { sendWords } from "../words";

interface SendBarProps {
  segments: number;
  /** Numbers that can be reached, as far as is known; at least one. */
  recipients: number;
  balance: number;
  /** Why it cannot be sent as it is; null when it can. */
  blocked: string | null;
  isScheduled: boolean;
  isPending: boolean;
  /** Whether it makes the draft of a campaign, which costs nothing yet. */
  isCampaign: boolean;
}

/** What it costs and the button that sends; while the balance is too low, the way to credits instead. */
export function SendBar(props: SendBarProps) {
  const { segments, recipients, balance, blocked, isScheduled, isPending, isCampaign } = props;
  const words = useWords(sendWords);
  const worth = useCreditWorth();
  const credits = segments * recipients;
  const missing = blocked === null ? credits - balance : 0;
  const isShort = missing > 0 && !isCampaign;
  const product = recipients > 1 ? words.product(segments, recipients) : "";
  const cost =
    missing > 0
      ? words.short(credits, balance)
      : `${words.costs(credits)}${product}${words.left(-missing)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-paper pt-5 max-sm:sticky max-sm:bottom-14 max-sm:-mx-4 max-sm:px-4 max-sm:py-3">
      {isShort ? (
        <ButtonLink href="/credits" variant="primary" size="large">
          {words.topUp(missing)}
        </ButtonLink>
      ) : (
        <Button
          type="submit"
          variant="primary"
          size="large"
          isBusy={isPending}
          disabled={blocked !== null}
        >
          {isCampaign && blocked === null ? words.review(recipients) : labelOf(words, isScheduled)}
        </Button>
      )}
      <span role="status" className="min-w-0 flex-1 basis-40 text-mute tabular-nums">
        {blocked ?? cost}
        {blocked === null && <span className="block text-sm">{worth(credits)}</span>}
        {blocked === null && isCampaign && (
          <span className="block text-sm">{words.opensCampaign}</span>
        )}
        {blocked === null && !isCampaign && !isShort && (
          <span className="block text-sm max-sm:hidden">{words.keys}</span>
        )}
      </span>
    </div>
  );
}

function labelOf(words: (typeof sendWords)["en"], isScheduled: boolean): string {
  return isScheduled ? words.schedule : words.send;
}
