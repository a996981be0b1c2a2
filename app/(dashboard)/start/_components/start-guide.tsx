"use client";

import { type ReactNode, useEffect } from "react";
import { useWords } from "@/components/language/use-words";
import { ButtonLink } from "@/components/ui/button-link";
import { useAction } from "@/components/use-action";
import type { StartState } from "@/lib/operations/panel-contract";
import { makeFirstTokenAction } from "../actions";
import type { Example } from "../read-examples";
import { startWords } from "../words";
import { DismissForm } from "./dismiss-form";
import { ListeningRow } from "./listening-row";
import { RequestStep } from "./request-step";
import { StartHeading } from "./start-heading";
import { Step } from "./step";
import { TokenStep } from "./token-step";
import { useStart } from "./use-start";

interface StartGuideProps {
  initial: StartState;
  credits: number;
  examples: Example[];
  /** What has to be said before the first step. */
  notice: ReactNode;
}

/** The way to the first delivered message: four steps, a clock, and what is being waited for. */
export function StartGuide({ initial, credits, examples, notice }: StartGuideProps) {
  const words = useWords(startWords);
  const { onboarding, message, refresh } = useStart(initial);
  const [made, make, isMaking] = useAction(makeFirstTokenAction);
  useEffect(() => {
    if (made?.ok) void refresh();
  }, [made, refresh]);
  const token = made?.ok ? made.value.token : null;
  const { first_token_at, first_request_at, first_delivered_at, first_webhook_at } = onboarding;
  const since = onboarding.signup_at;
  return (
    <>
      <StartHeading onboarding={onboarding} credits={credits} />
      {notice}
      <ol className="max-w-[52rem]">
        <Step number={1} title={words.token.title} doneAt={first_token_at} since={since}>
          <TokenStep
            token={token}
            failure={made?.ok === false ? made : null}
            hasToken={first_token_at !== null}
            action={make}
            isBusy={isMaking}
          />
        </Step>
        <Step number={2} title={words.request.title} doneAt={first_request_at} since={since}>
          <RequestStep token={token} examples={examples} />
          <ListeningRow message={message} refusals={onboarding.refusals} />
        </Step>
        <Step number={3} title={words.delivered.title} doneAt={first_delivered_at} since={since}>
          <p className="text-mute">{words.delivered.lead}</p>
        </Step>
        <Step number={4} title={words.webhook.title} doneAt={first_webhook_at} since={since}>
          <p className="mb-3 text-mute">{words.webhook.lead}</p>
          <ButtonLink href="/settings/webhooks">{words.webhook.set}</ButtonLink>
        </Step>
      </ol>
      <div className="mt-6 flex max-w-[52rem] flex-wrap items-center gap-2">
        {first_delivered_at !== null && (
          <>
            <ButtonLink href="/overview" variant="primary">
              {words.overview}
            </ButtonLink>
            <ButtonLink href="/docs" prefetch={false}>
              {words.docs}
            </ButtonLink>
          </>
        )}
        <DismissForm isDismissed={onboarding.is_dismissed} />
      </div>
    </>
  );
}
