import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { EmptyState } from "@/components/ui/empty-state";
import { isolatedText } from "@/components/visible-text";
import { logWords } from "../words";
import { type LogSearch, shownFilters } from "./log-search";
import type { FilterChoices } from "./more-filters";
import { useFilterWords } from "./use-filter-words";
import { widerSearch } from "./wider-search";

interface NoMatchProps {
  search: LogSearch;
  choices: FilterChoices;
  /** Older messages are still to be searched. */
  isSoFar: boolean;
}

/** A log whose filters let nothing through, which is not the same as an empty one: what was searched, and what next. */
export function NoMatch({ search, choices, isSoFar }: NoMatchProps) {
  const { noMatch, filters } = useWords(logWords);
  const valueWords = useFilterWords(choices);
  const wider = widerSearch(search);
  const asked = shownFilters
    .filter((name) => search[name] !== undefined)
    .map((name) => `${filters.labels[name]}: ${isolatedText(valueWords(name, search))}`);
  const link = "link max-sm:inline-flex max-sm:min-h-11 max-sm:items-center";
  return (
    <EmptyState title={isSoFar ? noMatch.soFar : noMatch.title}>
      <p>{noMatch.searched(asked.join(" · "))}</p>
      {search.q && <p>{noMatch.where}</p>}
      <p className="flex flex-wrap justify-center gap-x-4">
        {wider && (
          <Link href={wider.href} prefetch={false} className={link}>
            {wider.rest === undefined
              ? noMatch.without[wider.without]
              : noMatch.rest(isolatedText(wider.rest))}
          </Link>
        )}
        <Link href="/messages" prefetch={false} className={link}>
          {noMatch.clear}
        </Link>
      </p>
    </EmptyState>
  );
}
