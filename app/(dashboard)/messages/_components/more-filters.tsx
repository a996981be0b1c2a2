"use client";

import { useSyncExternalStore } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { endReasons, reasonWords } from "@/components/status-words";
import { Button } from "@/components/ui/button";
import { Folded } from "@/components/ui/folded";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { isolatedText } from "@/components/visible-text";
import { logWords } from "../words";
import type { LogSearch } from "./log-search";
import { useFilterForm } from "./use-filter-form";

/** A token to choose; its secret stays masked. */
export interface TokenChoice {
  token_id: string;
  name: string;
  masked: string;
}

interface MoreFiltersProps {
  search: LogSearch;
  tokens: TokenChoice[];
}

/** The filters used less often, folded away. */
export function MoreFilters({ search, tokens }: MoreFiltersProps) {
  const words = useWords(logWords).filters;
  const onSubmit = useFilterForm(search);
  return (
    <Folded summary={words.more}>
      <form
        // What is in force may have changed by a link since the fields were made.
        key={JSON.stringify(search)}
        action="/messages"
        onSubmit={onSubmit}
        className="mt-2 grid grid-cols-1 items-end gap-3 border-line border-y py-4 sm:grid-cols-2 md:grid-cols-4"
      >
        <Kept search={search} />
        <Choices search={search} tokens={tokens} />
        <div className="sm:col-span-full">
          <Button type="submit">{words.apply}</Button>
        </div>
      </form>
    </Folded>
  );
}

/** Filters of the other forms travel with this one. */
function Kept({ search }: { search: LogSearch }) {
  const zone = useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );
  return (
    <>
      {search.status && <input type="hidden" name="status" value={search.status} />}
      {search.q && <input type="hidden" name="q" value={search.q} />}
      {/* Days are the reader's; without a script they are those of UTC. */}
      {zone && <input type="hidden" name="zone" value={zone} />}
    </>
  );
}

function Choices({ search, tokens }: MoreFiltersProps) {
  const words = useWords(logWords).filters;
  const language = useLanguage();
  const kinds = (["", "false", "true"] as const).map((value) => ({
    value,
    label: words.kinds[value],
  }));
  const day = (text: string | undefined) => text?.slice(0, 10);
  return (
    <>
      <SelectField label={words.kind} name="test" defaultValue={search.test} options={kinds} />
      <TextField label={words.since} name="since" type="date" defaultValue={day(search.since)} />
      <TextField label={words.until} name="until" type="date" defaultValue={day(search.until)} />
      <TextField label={words.from} name="from" defaultValue={search.from} maxLength={16} />
      <SelectField
        label={words.token}
        name="token"
        defaultValue={search.token}
        options={[
          { value: "", label: words.anyToken },
          ...tokens.map(({ token_id, name, masked }) => ({
            value: token_id,
            label: `${isolatedText(name)} (${masked})`,
          })),
        ]}
      />
      <SelectField
        label={words.reason}
        name="reason"
        defaultValue={search.reason}
        options={[
          { value: "", label: words.anyReason },
          ...reasonChoices(search.reason).map((code) => ({
            value: code,
            label: `${isolatedText(code)}: ${isolatedText(reasonWords(code, language))}`,
          })),
        ]}
      />
      <TextField
        label={words.ref}
        name="client_ref"
        defaultValue={search.client_ref}
        maxLength={255}
      />
    </>
  );
}

/** A carrier's own code, which a link may ask for, can be chosen while it is in force. */
function reasonChoices(asked: string | undefined): string[] {
  const known: readonly string[] = endReasons;
  return asked === undefined || known.includes(asked) ? [...known] : [asked, ...known];
}
