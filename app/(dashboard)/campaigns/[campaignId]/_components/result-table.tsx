"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { numberWords } from "@/lib/language/count-words";
import { runWords } from "../run-words";

interface ResultTableProps {
  title: string;
  rows: readonly { name: string; messages: number; delivered: number }[];
}

const number = "py-1.5 pl-4 text-right font-mono tabular-nums";

/** Messages and how many of them were delivered, by one thing. */
export function ResultTable({ title, rows }: ResultTableProps) {
  const { results: words } = useWords(runWords);
  const language = useLanguage();
  if (rows.length === 0) return null;
  const share = { style: "percent", maximumFractionDigits: 1 } as const;
  return (
    <ScrollRegion as="section" aria-label={title} className="overflow-x-auto">
      <table className="w-full border-line border-b text-sm sm:table-fixed">
        <caption className="mb-2 text-left font-medium text-base">{title}</caption>
        <thead className="text-mute">
          <tr className="border-line border-b">
            <th scope="col" className="py-1.5 text-left font-medium">
              {words.name}
            </th>
            {[words.sent, words.delivered, words.share].map((each) => (
              <th key={each} scope="col" className="py-1.5 pl-4 text-right font-medium sm:w-28">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, messages, delivered }) => (
            <tr key={name} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-1.5 text-left font-normal">
                <OutsideText text={name} />
              </th>
              <td className={number}>{numberWords(language, messages)}</td>
              <td className={number}>{numberWords(language, delivered)}</td>
              <td className={number}>
                {messages > 0 ? numberWords(language, delivered / messages, share) : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
