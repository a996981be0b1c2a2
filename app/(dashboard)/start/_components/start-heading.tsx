"use client";

import clsx from "clsx";
import { durationWords } from "@/components/charts/duration-words";
import { cellClass } from "@/components/delivery-stages";
import { useLanguage, useWords } from "@/components/language/use-words";
import type { OnboardingView } from "@/lib/onboarding/contract";
import { startWords } from "../words";
import { useElapsedMs, wholeSecondsMs } from "./use-elapsed-ms";

/** The title, how many steps are done, and the clock that stops at the first delivery. */
export function StartHeading({
  onboarding,
  credits,
}: {
  onboarding: OnboardingView;
  credits: number;
}) {
  const words = useWords(startWords);
  const steps = [
    onboarding.first_token_at,
    onboarding.first_request_at,
    onboarding.first_delivered_at,
    onboarding.first_webhook_at,
  ];
  const done = steps.filter((at) => at !== null).length;
  const current = steps.indexOf(null);
  const isFresh = onboarding.first_accepted_at === null;
  return (
    <header className="mb-6 flex max-w-[52rem] flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        <h1 className="font-semibold text-xl">{words.title}</h1>
        <p className="mt-1 max-w-[60ch] text-mute">
          {isFresh && credits > 0 && <>{words.ready(credits)} </>}
          {words.lead}
        </p>
      </div>
      <div className="min-w-0">
        <Clock onboarding={onboarding} />
        <span aria-hidden="true" className="grid h-2.5 w-56 max-w-full grid-cols-4 gap-0.5">
          {steps.map((at, place) => (
            <span
              key={place}
              className={clsx("border", cellClass[cellOf(at, place === current)])}
            />
          ))}
        </span>
        <p role="status" className="sr-only">
          {words.progress(done)}
        </p>
      </div>
    </header>
  );
}

function cellOf(at: string | null, isCurrent: boolean) {
  if (at !== null) return "done";
  return isCurrent ? "now" : "empty";
}

function Clock({ onboarding }: { onboarding: OnboardingView }) {
  const words = useWords(startWords);
  const language = useLanguage();
  const { signup_at, first_delivered_at, now } = onboarding;
  const elapsedMs = useElapsedMs({ since: signup_at, until: first_delivered_at, now });
  const time = durationWords(language, wholeSecondsMs(elapsedMs));
  if (first_delivered_at !== null) {
    return <p className="mb-2 font-medium text-md text-ok">{words.frozen(time)}</p>;
  }
  return (
    <p className="mb-2 flex items-baseline gap-2">
      <span role="timer" className="font-mono text-lg tabular-nums">
        {time}
      </span>
      <span className="text-mute text-sm">{words.running}</span>
    </p>
  );
}
