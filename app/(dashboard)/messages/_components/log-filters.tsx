"use client";

import clsx from "clsx";
import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { StatusGlyph } from "@/components/status-glyph";
import { statusWords } from "@/components/status-words";
import type { LogCount } from "@/lib/message-log/log-contract";
import { messageStatuses } from "@/lib/messages/status";
import { logWords } from "../words";
import type { Density } from "./density";
import { DensitySwitch } from "./density-switch";
import { ExportLinks } from "./export-links";
import { FiltersInForce } from "./filters-in-force";
import { filteredHref, type LogSearch, statusesOf, toggledStatus } from "./log-search";
import { type FilterChoices, MoreFilters } from "./more-filters";
import { SearchForm } from "./search-form";
import { useLogCount } from "./use-log-count";

interface LogFiltersProps {
  search: LogSearch;
  choices: FilterChoices;
  /** How many messages pass the filters, as the page knew it. */
  firstCount: LogCount;
  density: Density;
  onDensity: (density: Density) => void;
}

/** What narrows the log. Everything is a link or a form that leads to an address, so it works without a script. */
export function LogFilters(props: LogFiltersProps) {
  const { search, choices, firstCount, density, onDensity } = props;
  const words = useWords(logWords);
  const count = useLogCount(search, firstCount);
  return (
    <section aria-label={words.filters.name} className="@container mb-4 space-y-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <SearchForm search={search} />
        <div className="flex items-center gap-x-4 sm:ml-auto">
          <ExportLinks search={search} count={count} />
          <DensitySwitch density={density} onChoose={onDensity} />
        </div>
      </div>
      <StateChips search={search} count={count} />
      <MoreFilters search={search} choices={choices} />
      <FiltersInForce search={search} choices={choices} />
    </section>
  );
}

/** The statuses, each with the number of messages that match the other filters. */
function StateChips({ search, count }: { search: LogSearch; count: LogCount }) {
  const { states, matching } = useWords(logWords).filters;
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
            <span className="tabular-nums opacity-75">
              {matching(count.by_status[status] ?? 0, count.has_more_by_status)}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
