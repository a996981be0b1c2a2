"use client";

import clsx from "clsx";
import { Download } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { StatusGlyph } from "@/components/status-glyph";
import { statusWords } from "@/components/status-words";
import { messageStatuses } from "@/lib/messages/status";
import { logWords } from "../words";
import { FiltersInForce } from "./filters-in-force";
import { filteredHref, type LogSearch, logQuery, statusesOf, toggledStatus } from "./log-search";
import { MoreFilters, type TokenChoice } from "./more-filters";
import { SearchForm } from "./search-form";

interface LogFiltersProps {
  search: LogSearch;
  tokens: TokenChoice[];
}

/** What narrows the log. Everything is a link or a form that leads to an address, so it works without a script. */
export function LogFilters({ search, tokens }: LogFiltersProps) {
  const words = useWords(logWords);
  return (
    <section aria-label={words.filters.name} className="mb-4 space-y-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <SearchForm search={search} />
        <ExportLinks search={search} />
      </div>
      <StateChips search={search} />
      <MoreFilters search={search} tokens={tokens} />
      <FiltersInForce search={search} tokens={tokens} />
    </section>
  );
}

function StateChips({ search }: { search: LogSearch }) {
  const { states } = useWords(logWords).filters;
  const words = useWords(statusWords);
  const asked = statusesOf(search);
  return (
    <nav
      aria-label={states}
      className="-mx-1 flex gap-1.5 px-1 py-1 max-sm:overflow-x-auto sm:flex-wrap"
    >
      {messageStatuses.map((status) => {
        const isOn = asked.includes(status);
        return (
          <Link
            key={status}
            href={filteredHref(search, { status: toggledStatus(search, status) })}
            prefetch={false}
            scroll={false}
            aria-current={isOn || undefined}
            className={clsx(
              "inline-flex h-7 shrink-0 items-center gap-1.5 rounded-control border px-2 text-sm max-sm:h-11 max-sm:px-3",
              isOn
                ? "border-ink bg-ink font-medium text-paper"
                : "border-line text-mute hover:border-control hover:text-ink",
            )}
          >
            <StatusGlyph status={status} className="size-3 shrink-0" />
            {words[status].word}
          </Link>
        );
      })}
    </nav>
  );
}

function ExportLinks({ search }: { search: LogSearch }) {
  const words = useWords(logWords);
  const query = logQuery(search, { before: undefined, after: undefined });
  return (
    <p
      title={words.exportMeaning}
      className="flex h-8 items-center gap-x-3 text-mute max-sm:h-11 sm:ml-auto"
    >
      <Download className="size-4" aria-hidden="true" />
      {words.export}
      {(["csv", "ndjson"] as const).map((format) => (
        <a
          key={format}
          href={`/api/panel/messages.${format}${query}`}
          download
          className="link max-sm:inline-flex max-sm:h-11 max-sm:items-center"
        >
          {format.toUpperCase()}
          <span className="sr-only">, {words.exportMeaning}</span>
        </a>
      ))}
    </p>
  );
}
