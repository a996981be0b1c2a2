"use client";

import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Folded } from "@/components/ui/folded";
import { SelectField } from "@/components/ui/select-field";
import { logWords } from "../words";
import { FiltersInForce } from "./filters-in-force";
import type { LogSearch } from "./log-search";
import { SearchForm } from "./search-form";
import { KeptFilters, TimeFields } from "./time-fields";
import { useFilterForm } from "./use-filter-form";

const nothingToName = { tokens: [], countries: [], carriers: [], campaign: null };

/** What narrows the received messages: a text or number, a time, and the mode. */
export function ReceivedFilters({ search }: { search: LogSearch }) {
  const words = useWords(logWords).filters;
  const onSubmit = useFilterForm(search);
  const kinds = (["", "false", "true"] as const).map((value) => ({
    value,
    label: words.kinds[value],
  }));
  return (
    <section aria-label={words.name} className="mb-4 space-y-3">
      <SearchForm search={search} />
      <Folded summary={words.more}>
        <form
          key={JSON.stringify(search)}
          action="/messages"
          onSubmit={onSubmit}
          className="mt-2 grid grid-cols-1 items-end gap-3 border-line border-y py-4 sm:grid-cols-2 md:grid-cols-4"
        >
          <KeptFilters search={search} />
          <TimeFields search={search} />
          <SelectField label={words.kind} name="test" defaultValue={search.test} options={kinds} />
          <div className="sm:col-span-full">
            <Button type="submit">{words.apply}</Button>
          </div>
        </form>
      </Folded>
      <FiltersInForce search={search} choices={nothingToName} />
    </section>
  );
}
