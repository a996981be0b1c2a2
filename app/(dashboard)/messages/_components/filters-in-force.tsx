import { X } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { isolatedText } from "@/components/visible-text";
import { logWords } from "../words";
import {
  directionHref,
  filteredHref,
  isFiltered,
  type LogSearch,
  shownFilters,
} from "./log-search";
import type { FilterChoices } from "./more-filters";
import { useFilterWords } from "./use-filter-words";

interface FiltersInForceProps {
  search: LogSearch;
  choices: FilterChoices;
}

/** The filters in force, each a link that takes it away. The states have their own chips. */
export function FiltersInForce({ search, choices }: FiltersInForceProps) {
  const words = useWords(logWords).filters;
  const valueWords = useFilterWords(choices);
  if (!isFiltered(search)) return null;
  const chips = shownFilters.filter((name) => search[name] !== undefined);
  return (
    <ul aria-label={words.inForce} className="flex flex-wrap items-center gap-1.5">
      {chips.map((name) => {
        const value = valueWords(name, search);
        return (
          <li key={name} className="min-w-0">
            <Link
              href={filteredHref(search, { [name]: undefined })}
              prefetch={false}
              scroll={false}
              aria-label={words.remove(`${words.labels[name]}: ${isolatedText(value)}`)}
              className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-control border border-control bg-panel px-2 text-sm hover:bg-sunk max-sm:min-h-11"
            >
              <span className="min-w-0 truncate">
                {words.labels[name]}: <OutsideText text={value} />
              </span>
              <X className="size-3.5 shrink-0 text-mute" aria-hidden="true" />
            </Link>
          </li>
        );
      })}
      <li>
        <Link
          href={directionHref({}, search.direction ? "received" : undefined)}
          prefetch={false}
          className="link px-1 text-sm max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          {words.clear}
        </Link>
      </li>
    </ul>
  );
}
