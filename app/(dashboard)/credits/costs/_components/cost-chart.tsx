import clsx from "clsx";
import { niceTop } from "@/components/charts/nice-top";
import { Scale } from "@/components/charts/scale";
import { Ticks } from "@/components/charts/ticks";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { maxTimedGroups } from "@/lib/costs/contract";
import type { CostReport } from "@/lib/costs/sum-costs";
import type { Shown } from "../costs-path";
import { costsWords, groupName } from "../words";
import { costMarks } from "./cost-marks";

interface CostChartProps {
  report: CostReport;
  shown: Shown;
  /** The days or months in question, in order, also those without costs. */
  times: string[];
}

/** The credits charged by day or month, a bar each, stacked by the most expensive groups. It needs no script. */
export async function CostChart({ report, shown, times }: CostChartProps) {
  const words = await wordsOf(costsWords);
  const bars = times.map((at) => {
    const parts = report.times.filter((each) => each.at === at && each.charged > 0);
    return { at, parts, total: parts.reduce((sum, { charged }) => sum + charged, 0) };
  });
  const top = niceTop(Math.max(...bars.map(({ total }) => total)));
  return (
    <figure aria-label={words.chart} className="relative pt-5">
      <div className="flex gap-2">
        <Scale top={words.number(top)} middle={words.number(top / 2)} />
        <ScrollRegion
          as="section"
          aria-label={words.chart}
          className="min-w-0 grow overflow-x-auto pt-2 [direction:rtl]"
        >
          <div className="min-w-max [direction:ltr]">
            <ol className="flex h-48 items-end border-ink border-b bg-[linear-gradient(var(--line)_1px,transparent_1px)] bg-[length:100%_50%]">
              {bars.map(({ at, parts, total }) => (
                <li
                  key={at}
                  className="group flex h-full min-w-4 flex-1 flex-col justify-end px-px hover:bg-sunk sm:px-0.5"
                >
                  <span className="pointer-events-none absolute top-0 left-0 max-w-full truncate bg-paper font-mono text-sm opacity-0 group-hover:opacity-100">
                    {words.chartBar(words.time(at), total)}
                  </span>
                  {parts.toReversed().map(({ place, charged }) => (
                    <span
                      key={place}
                      aria-hidden="true"
                      style={{ height: `${(charged / top) * 100}%` }}
                      className={clsx("block min-h-px shrink-0", costMarks[place - 1])}
                    />
                  ))}
                </li>
              ))}
            </ol>
            <Ticks labels={times.map(words.time)} every={times.length > 12 ? 6 : 1} />
          </div>
        </ScrollRegion>
      </div>
      <Legend report={report} shown={shown} />
    </figure>
  );
}

async function Legend({ report, shown }: Omit<CostChartProps, "times">) {
  const words = await wordsOf(costsWords);
  const named = report.groups.slice(0, maxTimedGroups);
  const isMore = report.times.some(({ place }) => place > maxTimedGroups);
  const names = [
    ...named.map((group) => groupName(words, shown.by, group)),
    ...(isMore ? [words.allOthers] : []),
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {names.map((name, place) => (
        // Two tokens may have one name.
        <li key={`${place} ${name}`} className="inline-flex max-w-full items-center gap-2">
          <span
            aria-hidden="true"
            className={clsx(
              "h-3.5 w-6 shrink-0",
              costMarks[isMore && place === named.length ? maxTimedGroups : place],
            )}
          />
          <OutsideText text={name} className="min-w-0 truncate" />
        </li>
      ))}
    </ul>
  );
}
