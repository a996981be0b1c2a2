import clsx from "clsx";
import Link from "next/link";
import { numberWords } from "@/lib/language/count-words";
import { type Bar, type Outcome, outcomes } from "@/lib/traffic/contract";
import { currentLanguage, wordsOf } from "../language/current-language";
import { niceTop } from "./nice-top";
import { outcomeClass } from "./outcome-marks";
import { Scale } from "./scale";
import { Ticks } from "./ticks";
import { barLabel } from "./time-labels";
import { chartWords } from "./words";

interface StackedBarsProps {
  bars: readonly Bar[];
  /** On whose clocks their times are said. */
  zone: string;
  /** What the chart is, for those who do not see it. */
  label: string;
  /** Where the messages of a bar are listed. */
  hrefOf: (bar: Bar) => string;
}

/**
 * A bar for each hour or day, stacked by outcome on a ruler. Each is a link to its messages and says its
 * figures above the chart while it is pointed at or has the focus; none of it needs a script.
 */
export async function StackedBars({ bars, zone, label, hrefOf }: StackedBarsProps) {
  const [language, words] = await Promise.all([currentLanguage(), wordsOf(chartWords)]);
  const top = niceTop(Math.max(...bars.map(({ total }) => total)));
  const every = bars.length > 7 ? 6 : 1;
  const timeOf = (bar: Bar) => barLabel(language, bar, zone);
  const showBar = (bar: Bar) =>
    [
      `${timeOf(bar)}: ${words.messages(bar.total)}`,
      ...outcomes
        .filter((outcome) => bar.counts[outcome] > 0)
        .map(
          (outcome) => `${words.outcomes[outcome]} ${numberWords(language, bar.counts[outcome])}`,
        ),
    ].join(" · ");
  return (
    <figure aria-label={label} className="relative pt-5">
      <div className="flex gap-2">
        <Scale top={numberWords(language, top)} middle={numberWords(language, top / 2)} />
        {/* Where bars would be too thin to touch they keep their width and scroll, the newest in sight. */}
        <div className="min-w-0 grow overflow-x-auto pt-2 [direction:rtl]">
          <div className="min-w-max [direction:ltr]">
            <ol className="flex h-48 items-end border-ink border-b bg-[linear-gradient(var(--line)_1px,transparent_1px)] bg-[length:100%_50%]">
              {bars.map((bar) => (
                <li key={bar.from.getTime()} className="h-full min-w-6 flex-1">
                  <Link
                    href={hrefOf(bar)}
                    prefetch={false}
                    className="group flex h-full flex-col justify-end px-px focus-visible:-outline-offset-2 hover:bg-sunk sm:px-0.5"
                  >
                    <span className="pointer-events-none absolute top-0 left-0 max-w-full truncate bg-paper font-mono text-sm opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100">
                      {showBar(bar)}
                    </span>
                    <Stack counts={bar.counts} top={top} />
                  </Link>
                </li>
              ))}
            </ol>
            <Ticks labels={bars.map(timeOf)} every={every} />
          </div>
        </div>
      </div>
    </figure>
  );
}

function Stack({ counts, top }: { counts: Bar["counts"]; top: number }) {
  const shown = outcomes.filter((outcome) => counts[outcome] > 0).toReversed();
  return shown.map((outcome) => (
    <span
      key={outcome}
      aria-hidden="true"
      style={{ height: `${(counts[outcome] / top) * 100}%` }}
      className={clsx("block min-h-px shrink-0", outcomeClass[outcome])}
    />
  ));
}

/** The names of the outcomes that occur, each beside its pattern. */
export async function OutcomeLegend({ bars }: { bars: readonly Bar[] }) {
  const words = await wordsOf(chartWords);
  const occurs = (outcome: Outcome) => bars.some(({ counts }) => counts[outcome] > 0);
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {outcomes.filter(occurs).map((outcome) => (
        <li key={outcome} className="inline-flex items-center gap-2">
          <span aria-hidden="true" className={clsx("h-3.5 w-6", outcomeClass[outcome])} />
          {words.outcomes[outcome]}
        </li>
      ))}
    </ul>
  );
}
