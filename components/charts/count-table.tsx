import Link from "next/link";
import { numberWords } from "@/lib/language/count-words";
import { type Bar, outcomes } from "@/lib/traffic/contract";
import { currentLanguage, wordsOf } from "../language/current-language";
import { ScrollRegion } from "../ui/scroll-region";
import { barLabel } from "./time-labels";
import { chartWords } from "./words";

interface CountTableProps {
  bars: readonly Bar[];
  /** On whose clocks their times are said. */
  zone: string;
  label: string;
  hrefOf: (bar: Bar) => string;
}

const cell = "px-2 py-1.5 text-right font-mono tabular-nums last:pr-0";

/** The same figures as the chart, newest first, in rows and columns. */
export async function CountTable({ bars, zone, label, hrefOf }: CountTableProps) {
  const [language, words] = await Promise.all([currentLanguage(), wordsOf(chartWords)]);
  return (
    <ScrollRegion as="section" aria-label={label} className="overflow-x-auto">
      <table className="w-full border-line border-b text-sm">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-line border-b text-mute">
            <th scope="col" className="pb-2 text-left font-medium">
              {words.time(zone)}
            </th>
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col" className="px-2 pb-2 text-right font-medium">
                {words.outcomes[outcome]}
              </th>
            ))}
            <th scope="col" className="pb-2 pl-2 text-right font-medium">
              {words.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.toReversed().map((bar) => (
            <tr key={bar.from.getTime()} className="border-line border-b last:border-b-0">
              <th scope="row" className="whitespace-nowrap py-1.5 text-left font-normal">
                <Link href={hrefOf(bar)} prefetch={false} className="link font-mono">
                  {barLabel(language, bar, zone)}
                </Link>
              </th>
              {outcomes.map((outcome) => (
                <td
                  key={outcome}
                  className={`${cell} ${bar.counts[outcome] === 0 ? "text-mute" : ""}`}
                >
                  {numberWords(language, bar.counts[outcome])}
                </td>
              ))}
              <td className={`${cell} font-medium`}>{numberWords(language, bar.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
