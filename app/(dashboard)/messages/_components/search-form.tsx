"use client";

import { Search } from "lucide-react";
import { useId } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { logWords } from "../words";
import { type LogSearch, shownFilters } from "./log-search";
import { useFilterForm } from "./use-filter-form";

/** One field that finds a message by its id, its number or the end of it, or its text. */
export function SearchForm({ search }: { search: LogSearch }) {
  const words = useWords(logWords).filters;
  const id = useId();
  const onSubmit = useFilterForm(search);
  const others = [...shownFilters, "direction" as const, "zone" as const].filter(
    (name) => name !== "q",
  );
  return (
    <search className="w-full sm:max-w-xl">
      <form action="/messages" onSubmit={onSubmit} className="flex gap-2">
        {others.map(
          (name) =>
            search[name] && <input key={name} type="hidden" name={name} value={search[name]} />,
        )}
        <label htmlFor={id} className="sr-only">
          {words.search}
        </label>
        <div className="relative min-w-0 grow">
          <Search
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-mute"
            aria-hidden="true"
          />
          <input
            id={id}
            key={search.q}
            name="q"
            type="search"
            data-search
            defaultValue={search.q}
            maxLength={255}
            placeholder={search.direction ? words.searchHintReceived : words.searchHint}
            className={`${controlClass} h-8 pl-8! max-sm:h-11`}
          />
        </div>
        <Button type="submit">{words.find}</Button>
      </form>
    </search>
  );
}
