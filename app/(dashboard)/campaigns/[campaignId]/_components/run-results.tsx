"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { reasonWords } from "@/components/status-words";
import type { CampaignView } from "@/lib/campaigns/contract";
import { numberWords } from "@/lib/language/count-words";
import { runWords } from "../run-words";
import { OpenedLinks } from "./opened-links";
import { ResultTable } from "./result-table";
import { useResults } from "./use-results";

/** What came of a campaign: by country, by operator, by reason, and who answered. */
export function RunResults({ campaign }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  const { results: said } = words;
  const language = useLanguage();
  const data = useResults(campaign);
  if (!data) return null;
  const regions = new Intl.DisplayNames(language, { type: "region" });
  const countries = data.countries.map((each) => ({
    messages: each.messages,
    delivered: each.statuses["delivered"] ?? 0,
    name: each.name === null ? said.unknown : (regions.of(each.name) ?? each.name),
  }));
  const operators = data.operators.map((each) => ({
    messages: each.messages,
    delivered: each.statuses["delivered"] ?? 0,
    name: each.name ?? said.unknown,
  }));
  return (
    <section className="space-y-8">
      <h2 className="sr-only">{said.title}</h2>
      <ResultTable title={said.country} rows={countries} />
      <ResultTable title={said.operator} rows={operators} />
      {data.reasons.length > 0 && (
        <div>
          <h3 className="mb-2 font-medium">{said.reason}</h3>
          <ul className="border-line border-b text-sm">
            {data.reasons.map(({ reason, status, messages }) => (
              <li
                key={`${status} ${reason}`}
                className="flex justify-between gap-4 border-line border-t py-1.5"
              >
                <span className="first-letter:uppercase">{reasonWords(reason, language)}</span>
                <span className="font-mono tabular-nums">{numberWords(language, messages)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {data.links.length > 0 && <OpenedLinks links={data.links} />}
      <p className="tabular-nums">
        {said.replies(data.replies)} · {said.optOuts(data.opt_outs)}
      </p>
    </section>
  );
}
