"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Spinner } from "@/components/ui/spinner";
import { numberWords } from "@/lib/language/count-words";
import { lookUp } from "@/lib/language/look-up";
import { checkWords, type Problem } from "../check-words";
import type { DraftRow } from "../draft-facts";
import { fetchRows } from "./fetch-rows";

const shown = 5;

interface ProblemRowsProps {
  campaignId: string;
  problem: Problem;
  count: number;
}

/** The rows that are left out for one reason: how many, what repairs them, and the first few once it is opened. */
export function ProblemRows({ campaignId, problem, count }: ProblemRowsProps) {
  const words = useWords(checkWords);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { title, repair } = words.problems[problem];
  return (
    <details className="group" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="grid cursor-pointer list-none grid-cols-[1rem_2.75rem_minmax(0,1fr)] items-baseline gap-x-2 py-2 hover:bg-sunk max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="size-4 self-center text-mute transition-transform duration-120 group-open:rotate-90"
          aria-hidden="true"
        />
        <span className="text-right font-mono tabular-nums">{numberWords(language, count)}</span>
        <span>
          <span className="font-medium">{title}</span>{" "}
          <span className="text-mute max-sm:block">{repair}</span>
        </span>
      </summary>
      {isOpen && <FirstRows {...{ campaignId, problem, count }} />}
    </details>
  );
}

function FirstRows({ campaignId, problem, count }: ProblemRowsProps) {
  const words = useWords(checkWords);
  const { data } = useQuery({
    queryKey: ["campaign rows", campaignId, problem, count],
    queryFn: () => fetchRows(campaignId, { state: problem, limit: shown }),
  });
  if (!data) {
    return (
      <p className="py-2 pl-6">
        <Spinner />
      </p>
    );
  }
  return (
    <ul className="pb-3 pl-6 text-sm">
      {data.map((row) => (
        <li key={row.row} className="flex flex-wrap gap-x-4 py-0.5">
          <span className="w-20 text-mute tabular-nums">{words.row(row.row)}</span>
          <OutsideText text={cellsOf(row)} className="wrap-anywhere min-w-0" />
          <Detail problem={problem} detail={row.detail} />
        </li>
      ))}
      {count > data.length && <li className="text-mute">{words.more(count - data.length)}</li>}
    </ul>
  );
}

function Detail({ problem, detail }: { problem: Problem; detail: string | null }) {
  const words = useWords(checkWords);
  if (detail === null || detail === "") return null;
  if (problem === "duplicate") return <span className="text-mute">{words.repeats(detail)}</span>;
  if (problem === "missing_variable") {
    return <OutsideText text={`{{${detail}}}`} className="font-mono text-mute" />;
  }
  const why = lookUp(words.numbers, detail);
  return why === undefined ? null : <span className="text-mute">{why}</span>;
}

function cellsOf({ cells }: DraftRow): string {
  return cells.filter((cell) => cell !== "").join(" · ") || "–";
}
