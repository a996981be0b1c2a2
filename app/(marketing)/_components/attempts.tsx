import clsx from "clsx";
import { deliveryWords } from "@/components/delivery-words";
import { currentLanguage } from "@/components/language/current-language";
import { StatusGlyph } from "@/components/status-glyph";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { parseEnv } from "@/lib/core/env";
import type { LandingWords } from "../words";
import { Section } from "./section";

const responses = ["503", "503", "timeout", "accepted"] as const;

/** One event on its way to an endpoint that is down at first, by the schedule that holds unless another is set. */
export async function Attempts({ words }: { words: LandingWords }) {
  const { deliveries } = deliveryWords[await currentLanguage()];
  const { number, wait, response, caption, ...texts } = words.attempts;
  const waits = parseEnv({}).WEBHOOK_RETRY_SCHEDULE;
  return (
    <Section id="webhooks" title={words.webhooksTitle} lead={words.webhooks}>
      <ScrollRegion
        as="section"
        aria-label={caption}
        className="relative max-w-2xl overflow-x-auto"
      >
        <table className="w-full border-line border-b text-left text-md max-sm:text-base">
          <caption className="sr-only">{caption}</caption>
          <thead className="text-mute text-sm">
            <tr>
              {[number, wait, response].map((heading) => (
                <th key={heading} scope="col" className="pr-3 pb-2 font-medium">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {responses.map((each, place) => {
              const look = each === "accepted" ? "delivered" : "retrying";
              const tone = each === "accepted" ? "text-ok" : "text-warn";
              return (
                <tr key={place} className="border-line border-t align-top">
                  <td className="whitespace-nowrap py-2 pr-3">
                    <span className="mr-3 font-mono tabular-nums max-sm:mr-2">{place + 1}</span>
                    <span className={clsx("inline-flex items-center gap-1.5 font-medium", tone)}>
                      <StatusGlyph status={each === "accepted" ? "delivered" : "scheduled"} />
                      {deliveries[look].word}
                    </span>
                  </td>
                  <td className="whitespace-nowrap py-2 pr-3 font-mono text-mute tabular-nums">
                    {inUnits(waits[place] ?? 0)}
                  </td>
                  <td className="py-2">{each === "503" ? each : texts[each]}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}

/** "5 s", "30 min" */
function inUnits(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${seconds / 60} min`;
}
