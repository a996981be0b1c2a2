import { X } from "lucide-react";
import Link from "next/link";
import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { reasonWords, statusWords } from "@/components/status-words";
import { useZone } from "@/components/ui/time";
import { absoluteTime, dayWords } from "@/components/ui/time-words";
import { isolatedText } from "@/components/visible-text";
import { logWords } from "../words";
import { filteredHref, isFiltered, type LogSearch, shownFilters, statusesOf } from "./log-search";
import type { TokenChoice } from "./more-filters";

interface FiltersInForceProps {
  search: LogSearch;
  tokens: TokenChoice[];
}

/** The filters in force, each a link that takes it away. The states have their own chips. */
export function FiltersInForce({ search, tokens }: FiltersInForceProps) {
  const words = useWords(logWords).filters;
  const valueWords = useValueWords(tokens);
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
          href="/messages"
          prefetch={false}
          className="link px-1 text-sm max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          {words.clear}
        </Link>
      </li>
    </ul>
  );
}

function useValueWords(tokens: TokenChoice[]) {
  const { kinds } = useWords(logWords).filters;
  const states = useWords(statusWords);
  const language = useLanguage();
  const zone = useZone();
  const momentWords = (value: string) =>
    value.length === 10 ? dayWords(value, language) : absoluteTime(value, zone, language);
  const special: Partial<Record<keyof LogSearch, (value: string) => string | undefined>> = {
    status: (status) =>
      statusesOf({ status })
        .map((each) => states[each].word)
        .join(", "),
    test: (value) => (value === "true" ? kinds.true : kinds.false),
    token: (value) => tokens.find(({ token_id }) => token_id === value)?.name,
    reason: (value) => reasonWords(value, language),
    since: momentWords,
    until: momentWords,
  };
  return (name: keyof LogSearch, search: LogSearch): string => {
    const value = search[name] ?? "";
    return special[name]?.(value) ?? value;
  };
}
