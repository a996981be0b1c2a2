"use client";

import { useEffect, useRef, useState } from "react";
import { useLinkPreview } from "@/components/link-origin";
import { useAction } from "@/components/use-action";
import { countSegments } from "@/lib/sms/count-segments";
import { sendFromPanel } from "../actions";
import { CampaignOutcome } from "./campaign-outcome";
import { ComposeForm } from "./compose-form";
import { PhonePreview } from "./phone-preview";
import { SendOutcome } from "./send-outcome";
import type { PickableTemplate } from "./template-picker";
import { TestToMe } from "./test-to-me";
import { useBalance } from "./use-balance";
import { useDraft } from "./use-draft";

interface SendFormProps {
  who: {
    email: string;
    accountId: string;
    balance: number;
    ownNumber: string | null;
  };
  templates: readonly PickableTemplate[];
  /** The idempotency key of the first message, made with the page. */
  firstKey: string;
}

/** Compose on the left, the message as it will lie on the phone on the right. */
export function SendForm({ who, templates, firstKey }: SendFormProps) {
  const [state, submit, isPending] = useAction(sendFromPanel);
  const failure = state?.ok === false ? state : undefined;
  const value = state?.ok ? state.value : undefined;
  const writing = useDraft({
    key: firstKey,
    accountId: who.accountId,
    typed: failure?.values ?? {},
  });
  const [dismissed, setDismissed] = useState<typeof state>(null);
  const forget = useRef(writing.forget);
  useEffect(() => {
    if (value) forget.current();
  }, [value]);

  const { draft } = writing;
  const toSent = useLinkPreview();
  // Followed while the outcome stands in the form's place, too: the next message is priced against what is left.
  const balance = useBalance(who.balance, 0);
  const shown = state === dismissed ? undefined : value;
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-10 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      {shown?.kind === "campaign" && <CampaignOutcome campaignId={shown.campaignId} />}
      {shown?.kind === "one" && (
        <SendOutcome
          {...shown}
          draft={draft}
          onAnother={(change) => {
            setDismissed(state);
            writing.startAnother(change);
          }}
        />
      )}
      {!shown && (
        <ComposeForm
          {...{ writing, failure, submit, isPending, templates }}
          who={{ ...who, balance }}
        />
      )}
      <PhonePreview from={draft.from} body={draft.body}>
        {!shown && (
          <TestToMe
            from={draft.from}
            body={draft.body}
            segments={countSegments(toSent(draft.body.normalize("NFC"))).segments}
            ownNumber={who.ownNumber}
          />
        )}
      </PhonePreview>
    </div>
  );
}
