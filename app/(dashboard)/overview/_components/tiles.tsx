import Link from "next/link";
import { durationWords } from "@/components/charts/duration-words";
import { Sparkline } from "@/components/charts/sparkline";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import type { Spending } from "@/lib/credits/get-spending";
import { numberWords } from "@/lib/language/count-words";
import { moneyWords } from "@/lib/language/money-words";
import { logPath } from "../log-path";
import type { OverviewFacts } from "../read-overview";
import { overviewWords } from "../words";

/** Four figures, each with its line over time and a link to the messages it counts. */
export async function Tiles({ facts, test }: { facts: OverviewFacts; test: boolean }) {
  const [language, words] = await Promise.all([currentLanguage(), wordsOf(overviewWords)]);
  const { worth, figures } = facts;
  const { today, week } = figures;
  const { tiles } = words;
  const time = (ms: number) => durationWords(language, ms);
  return (
    <ul className="grid grid-cols-2 border-line border-t border-l lg:grid-cols-4">
      <Tile
        href={logPath({ since: today.since, test })}
        name={tiles.today}
        value={numberWords(language, today.messages)}
        note={tiles.todaySince(figures.zone)}
        values={today.hourly}
      />
      <Tile
        href={logPath({
          since: week.since,
          status: ["delivered", "failed", "bounced", "expired"],
          test,
        })}
        name={tiles.rate}
        value={percentWords(week.rate, (share) =>
          numberWords(language, share, { style: "percent", maximumFractionDigits: 1 }),
        )}
        note={week.rate === null ? tiles.noRate : tiles.rateOf}
        values={week.dailyRate}
      />
      <Tile
        href={logPath({ since: week.since, status: ["delivered"], test })}
        name={tiles.time}
        value={week.p95Ms === null ? "–" : time(week.p95Ms)}
        note={week.p50Ms === null ? tiles.noTime : tiles.timeOf(time(week.p50Ms))}
        values={week.dailyP95Ms}
      />
      <Tile
        href="/credits"
        name={tiles.credits}
        value={numberWords(language, facts.credits)}
        note={`${moneyWords(language, worth.micros, worth.currency)} · ${test ? tiles.test : daysWords(facts.spending, tiles)}`}
        values={facts.balances}
      />
    </ul>
  );
}

interface TileProps {
  href: string;
  name: string;
  value: string;
  note: string;
  values: readonly (number | null)[];
}

function Tile({ href, name, value, note, values }: TileProps) {
  return (
    <li className="min-w-0 border-line border-r border-b">
      <Link
        href={href}
        prefetch={false}
        className="flex h-full flex-col gap-1 px-3 pt-3 pb-4 hover:bg-panel sm:px-4"
      >
        <span className="text-mute text-sm">{name}</span>
        <span className="font-mono font-medium text-lg tabular-nums sm:text-xl">{value}</span>
        <span className="mb-3 text-mute text-xs">{note}</span>
        <span className="mt-auto">
          <Sparkline values={values} />
        </span>
      </Link>
    </li>
  );
}

/** Never rounded up to 100%: 99.96% is not every message. */
function percentWords(rate: number | null, write: (share: number) => string): string {
  if (rate === null) return "–";
  return write(rate < 1 ? Math.min(rate, 0.999) : 1);
}

function daysWords(
  { spent, days, daysLeft }: Spending,
  tiles: (typeof overviewWords.en)["tiles"],
): string {
  if (spent === 0) return tiles.unused;
  if (daysLeft === null) return tiles.tooEarly;
  return daysLeft < 1 ? tiles.lessThanDay(days) : tiles.days(daysLeft, days);
}
