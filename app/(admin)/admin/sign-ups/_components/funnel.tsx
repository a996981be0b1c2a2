import clsx from "clsx";
import Link from "next/link";
import { durationWords } from "@/components/charts/duration-words";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import { numberWords } from "@/lib/language/count-words";
import type { Language } from "@/lib/language/language";
import { type FunnelStep, maxInFunnel } from "@/lib/onboarding/get-funnel";
import { RowTable } from "../../_components/row-table";
import { signUpsWords } from "../words";

interface FunnelProps {
  /** Of the page. */
  path: string;
  periods: readonly number[];
  /** The period that is shown. */
  days: number;
  funnel: readonly FunnelStep[];
}

/** How many accounts of a period came how far, and how long it took them. */
export async function Funnel({ path, periods, days, funnel }: FunnelProps) {
  const [words, language] = await Promise.all([wordsOf(signUpsWords), currentLanguage()]);
  const all = funnel[0]?.accounts ?? 0;
  return (
    <section>
      <SectionHeading title={words.funnel} lead={words.funnelLead} />
      <nav aria-label={words.period} className="mb-3 flex gap-5">
        {periods.map((each) => (
          <Link
            key={each}
            href={`${path}?days=${each}`}
            prefetch={false}
            aria-current={each === days ? "page" : undefined}
            className={clsx(
              "flex min-h-9 items-center border-b-2 max-sm:min-h-11",
              each === days
                ? "border-ink font-semibold"
                : "border-transparent text-mute hover:text-ink",
            )}
          >
            {words.days(each)}
          </Link>
        ))}
      </nav>
      {all === 0 && <p className="text-mute">{words.nobody}</p>}
      {all > 0 && (
        <RowTable
          caption={words.funnel}
          columns={Object.values(words.columns)}
          rows={funnel.map((step) => ({
            id: step.step,
            cells: cellsOf(step, { all, words, language }),
          }))}
        />
      )}
      {all === maxInFunnel && <p className="mt-3 text-mute">{words.most(maxInFunnel)}</p>}
    </section>
  );
}

interface Said {
  all: number;
  words: (typeof signUpsWords)["en"];
  language: Language;
}

function cellsOf({ step, accounts, p50Ms, p90Ms }: FunnelStep, { all, words, language }: Said) {
  const share = accounts / all;
  const within = (ms: number | null) => (ms === null ? "–" : durationWords(language, ms));
  const isStart = step === "signup";
  return [
    <span key="step" className="font-medium">
      {words.steps[step]}
    </span>,
    <span key="accounts" className="font-mono tabular-nums">
      {numberWords(language, accounts)}
    </span>,
    <span key="share" className="flex items-center gap-3">
      <Bar share={share} />
      <span className="w-12 shrink-0 tabular-nums">{words.percent(share)}</span>
    </span>,
    <span key="p50" className="tabular-nums">
      {isStart ? "" : within(p50Ms)}
    </span>,
    <span key="p90" className="tabular-nums">
      {isStart ? "" : within(p90Ms)}
    </span>,
  ];
}

/** A share as a length; the number stands beside it. */
function Bar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="h-2 w-full min-w-24 max-w-64"
    >
      <rect width="100" height="8" className="text-line" fill="currentColor" />
      <rect width={share * 100} height="8" className="text-petrol" fill="currentColor" />
    </svg>
  );
}
