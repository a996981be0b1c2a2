import clsx from "clsx";
import Link from "next/link";
import { durationWords } from "@/components/charts/duration-words";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import { numberWords } from "@/lib/language/count-words";
import { type FunnelStep, maxInFunnel } from "@/lib/onboarding/get-funnel";
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
  const words = await wordsOf(signUpsWords);
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
        <ol className="border-line border-b text-sm">
          {funnel.map((step) => (
            <Step key={step.step} step={step} all={all} />
          ))}
        </ol>
      )}
      {all === maxInFunnel && <p className="mt-3 text-mute">{words.most(maxInFunnel)}</p>}
    </section>
  );
}

/** One step: how many took it, as a number, a length, and a share, and how long after sign-up. */
async function Step({ step: each, all }: { step: FunnelStep; all: number }) {
  const [words, language] = await Promise.all([wordsOf(signUpsWords), currentLanguage()]);
  const { step, accounts, p50Ms, p90Ms } = each;
  const share = accounts / all;
  const isTimed = step !== "signup" && p50Ms !== null && p90Ms !== null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_3rem] items-center gap-x-4 gap-y-1.5 border-line border-t py-2.5 lg:grid-cols-[11rem_minmax(0,1fr)_4rem_3rem_22rem]">
      <span className="font-medium">{words.steps[step]}</span>
      <Bar share={share} />
      <span className="text-right font-mono tabular-nums">{numberWords(language, accounts)}</span>
      <span className="text-right text-mute tabular-nums">{words.percent(share)}</span>
      {isTimed && (
        <span className="text-mute tabular-nums max-lg:col-span-full">
          {words.within(durationWords(language, p50Ms), durationWords(language, p90Ms))}
        </span>
      )}
    </li>
  );
}

/** A share as a length; the number stands beside it. */
function Bar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="h-2 w-full max-lg:order-last max-lg:col-span-full"
    >
      <rect width="100" height="8" className="text-line" fill="currentColor" />
      <rect width={share * 100} height="8" className="text-petrol" fill="currentColor" />
    </svg>
  );
}
