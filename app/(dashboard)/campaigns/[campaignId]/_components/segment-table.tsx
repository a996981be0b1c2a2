"use client";

import { useWords } from "@/components/language/use-words";
import type { CampaignSummary } from "@/lib/campaigns/contract";
import { checkWords } from "../check-words";

const causesShown = 5;

/** How many people get how many segments, and which characters are to blame for more of them. */
export function SegmentTable({ summary: { segments, causes } }: { summary: CampaignSummary }) {
  const words = useWords(checkWords);
  const most = Math.max(1, ...segments.map(({ people }) => people));
  return (
    <div className="min-w-0 space-y-4">
      <div>
        <h3 className="mb-2 font-medium">{words.segments}</h3>
        <ul className="space-y-1.5">
          {segments.map((each) => (
            <li
              key={each.segments}
              className="grid grid-cols-1 items-center gap-x-4 text-sm sm:grid-cols-[15rem_minmax(0,1fr)]"
            >
              <span className="tabular-nums">{words.peopleWith(each.people, each.segments)}</span>
              <span
                aria-hidden="true"
                className="block h-2.5 min-w-px bg-ink"
                style={{ width: `${(100 * each.people) / most}%` }}
              />
            </li>
          ))}
        </ul>
      </div>
      {causes.length > 0 && (
        <ul className="space-y-1 border-line border-l-4 border-l-citron bg-panel py-1 pl-3 text-sm">
          {causes.slice(0, causesShown).map((cause) => (
            <li
              key={`${cause.character} ${cause.variable} ${cause.segments}`}
              className="wrap-anywhere"
            >
              {words.cause(cause)}
            </li>
          ))}
          {causes.length > 1 && <li className="text-mute">{words.severalCauses}</li>}
        </ul>
      )}
    </div>
  );
}
