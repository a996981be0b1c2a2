import clsx from "clsx";
import Link from "next/link";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { Folded } from "@/components/ui/folded";
import { minConversion } from "@/lib/fraud/contract";
import type { CountryConversion } from "@/lib/fraud/get-conversion";
import { countryName, shareWords, verificationWords } from "../words";

interface ConversionChartProps {
  countries: CountryConversion[];
  isCut: boolean;
  /** What the stopped ranges begin with. */
  stopped: string[];
}

/** A bar for each country, and below it for each of its ranges: the share of approved verifications. */
export async function ConversionChart({ countries, isCut, stopped }: ConversionChartProps) {
  const [language, { conversion: words, stops }] = await Promise.all([
    currentLanguage(),
    wordsOf(verificationWords),
  ]);
  if (countries.length === 0)
    return (
      <p className="border-line border-t py-4 text-mute">
        {words.none}{" "}
        <Link href="/docs/verify" className="link">
          {words.docs}
        </Link>
      </p>
    );
  return (
    <>
      <ul aria-label={words.title} className="border-line border-b text-sm">
        {countries.map(({ country, started, approved, ranges }) => (
          <li key={country ?? ""} className="border-line border-t py-2">
            <Share
              name={country === null ? words.noCountry : countryName(language, country)}
              isStrong
              {...{ started, approved }}
            />
            <Folded summary={words.ranges(ranges.length)}>
              <ul className="mt-1 mb-2">
                {ranges.map(({ prefix, ...counts }) => {
                  const isStopped = stopped.some((each) => each.startsWith(prefix));
                  return (
                    <li key={prefix} className="py-1">
                      <Share
                        name={`${prefix}…`}
                        {...(isStopped && { note: stops.note })}
                        {...counts}
                      />
                    </li>
                  );
                })}
              </ul>
            </Folded>
          </li>
        ))}
      </ul>
      {isCut && <p className="mt-2 text-mute text-sm">{words.cut}</p>}
    </>
  );
}

interface ShareProps {
  name: string;
  started: number;
  approved: number;
  isStrong?: boolean;
  /** What else is to be known of it. */
  note?: string;
}

/** A name, its share as a bar with a line at the least that is expected, and its figures. */
async function Share({ name, started, approved, isStrong = false, note }: ShareProps) {
  const [language, words] = await Promise.all([currentLanguage(), wordsOf(verificationWords)]);
  const share = started === 0 ? 0 : approved / started;
  const isPoor = share < minConversion;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)_4rem_8rem]">
      <span className={clsx("truncate", isStrong ? "font-medium" : "pl-5 font-mono tabular-nums")}>
        {name}
        {note && <span className="ml-2 font-sans text-bad">{note}</span>}
      </span>
      <span
        aria-hidden="true"
        className="relative h-3 bg-sunk max-sm:col-span-2 max-sm:row-start-2"
      >
        <span
          className={clsx("absolute inset-y-0 left-0", isPoor ? "bg-bad" : "bg-petrol")}
          style={{ width: `${share * 100}%` }}
        />
        <span
          className="absolute inset-y-0 w-px bg-ink"
          style={{ left: `${minConversion * 100}%` }}
        />
      </span>
      <span className={clsx("text-right tabular-nums", isPoor && "text-bad")}>
        {shareWords(language, share)}
      </span>
      <span className="text-right text-mute tabular-nums max-sm:col-span-2">
        {words.conversion.of(approved, started)}
      </span>
    </div>
  );
}
