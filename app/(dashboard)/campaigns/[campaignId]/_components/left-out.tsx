"use client";

import { useWords } from "@/components/language/use-words";
import { buttonClass } from "@/components/ui/button-class";
import type { CampaignSummary } from "@/lib/campaigns/contract";
import { panelUrl } from "@/lib/operations/panel-contract";
import { checkWords, type Problem } from "../check-words";
import { ProblemRows } from "./problem-rows";

// What a person can repair comes first.
const order: readonly Problem[] = [
  "invalid",
  "missing_variable",
  "too_long",
  "empty",
  "landline",
  "duplicate",
  "opted_out",
];

interface LeftOutProps {
  campaignId: string;
  summary: CampaignSummary;
  /** Without a text only the numbers were looked at. */
  isTextMissing: boolean;
}

/** How many get a message, and who does not: by what repairs it, with the first rows of each. */
export function LeftOut({ campaignId, summary: { counts }, isTextMissing }: LeftOutProps) {
  const words = useWords(checkWords);
  const problems = order.filter((problem) => counts[problem] > 0);
  const leftOut = problems.reduce((sum, problem) => sum + counts[problem], 0);
  return (
    <div className="space-y-4">
      <p role="status" className="text-lg tabular-nums">
        {isTextMissing ? words.reachable(counts.valid) : words.ready(counts.valid)}
        <span className="block text-base text-mute">
          {leftOut > 0 ? words.left(leftOut) : words.allReady}
        </span>
      </p>
      {problems.length > 0 && (
        <>
          <ul className="border-line border-b">
            {problems.map((problem) => (
              <li key={problem} className="border-line border-t">
                <ProblemRows {...{ campaignId, problem }} count={counts[problem]} />
              </li>
            ))}
          </ul>
          <a
            href={panelUrl("/api/panel/campaigns/{campaign_id}/rejected.csv", {
              campaign_id: campaignId,
            })}
            download
            className={buttonClass()}
          >
            {words.rejects}
          </a>
        </>
      )}
    </div>
  );
}
