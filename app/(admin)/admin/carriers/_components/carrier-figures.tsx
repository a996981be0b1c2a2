"use client";

import type { ReactNode } from "react";
import { durationWords } from "@/components/charts/duration-words";
import { useLanguage, useWords } from "@/components/language/use-words";
import { Time } from "@/components/ui/time";
import type { CarrierReport } from "@/lib/administration/get-carriers";
import { numberWords } from "@/lib/language/count-words";
import { carriersWords } from "../words";

/** What waits for a carrier, how fast it responds and reports, and what came of the last hour. */
export function CarrierFigures({ report }: { report: CarrierReport }) {
  const words = useWords(carriersWords);
  const language = useLanguage();
  const { waiting, oldestSince, rate } = report;
  const { lastHour, submittedInDay, window } = report.figures;
  const { figures } = words;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
      <Figure
        name={figures.waiting}
        value={numberWords(language, waiting)}
        more={
          oldestSince && (
            <>
              {words.oldest} <Time at={oldestSince.toISOString()} />
            </>
          )
        }
      />
      <Figure
        name={figures.traffic}
        value={numberWords(language, lastHour.submitted)}
        more={`${words.lastHour}, ${words.lastDay(submittedInDay)}`}
      />
      <Delivered lastHour={lastHour} />
      <Durations name={figures.submit} p50={lastHour.submitP50Ms} p95={lastHour.submitP95Ms} />
      <Durations name={figures.receipt} p50={lastHour.receiptP50Ms} p95={lastHour.receiptP95Ms} />
      <Figure
        name={figures.rate}
        value={rate === null ? words.unlimited : words.perSecond(rate)}
        more={rate !== null && words.perSecondMeaning}
      />
      {window && (
        <Figure
          name={figures.window}
          value={words.windowUse(window.used, window.size)}
          more={words.windowMeaning}
        />
      )}
    </dl>
  );
}

function Delivered({ lastHour }: Pick<CarrierReport["figures"], "lastHour">) {
  const { delivered, ended } = lastHour;
  const words = useWords(carriersWords);
  const language = useLanguage();
  const share = numberWords(language, delivered / Math.max(ended, 1), {
    style: "percent",
    maximumFractionDigits: 1,
  });
  return (
    <Figure
      name={words.figures.delivered}
      value={ended === 0 ? words.noFigure : share}
      more={ended === 0 ? words.nothingEnded : words.ofEnded(delivered, ended)}
    />
  );
}

interface DurationsProps {
  name: string;
  p50: number | null;
  p95: number | null;
}

function Durations({ name, p50, p95 }: DurationsProps) {
  const words = useWords(carriersWords);
  const language = useLanguage();
  if (p50 === null || p95 === null) return <Figure name={name} value={words.noFigure} />;
  return (
    <Figure
      name={name}
      value={words.atMost(durationWords(language, p50))}
      more={words.slowest(durationWords(language, p95))}
    />
  );
}

interface FigureProps {
  name: string;
  value: ReactNode;
  more?: ReactNode;
}

function Figure({ name, value, more }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-mute text-sm">{name}</dt>
      <dd className="wrap-anywhere font-mono text-base tabular-nums">{value}</dd>
      {more && <dd className="text-mute text-xs">{more}</dd>}
    </div>
  );
}
