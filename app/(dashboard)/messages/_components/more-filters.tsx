"use client";

import { useSyncExternalStore } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { endReasons, reasonWords } from "@/components/status-words";
import { Button } from "@/components/ui/button";
import { Folded } from "@/components/ui/folded";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useZone } from "@/components/ui/time";
import { useTimeZone } from "@/components/ui/time-zone";
import { isolatedText } from "@/components/visible-text";
import { logWords } from "../words";
import type { LogSearch } from "./log-search";
import { useFilterForm } from "./use-filter-form";

/** A token to choose; its secret stays masked. */
interface TokenChoice {
  token_id: string;
  name: string;
  masked: string;
}

interface Choice {
  value: string;
  label: string;
}

/** What the log can be narrowed by, apart from what anybody can write. */
export interface FilterChoices {
  tokens: TokenChoice[];
  /** Country codes. */
  countries: Choice[];
  carriers: string[];
  /** The send to many that the log is narrowed to. */
  send: { send_id: string; name: string } | null;
}

interface MoreFiltersProps {
  search: LogSearch;
  choices: FilterChoices;
}

/** The filters used less often, folded away. */
export function MoreFilters({ search, choices }: MoreFiltersProps) {
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
        <Times search={search} />
        <Route search={search} choices={choices} />
        <Choices search={search} tokens={choices.tokens} />
        <div className="sm:col-span-full">
          <Button type="submit">{words.apply}</Button>
        </div>
      </form>
    </Folded>
  );
}

/** Filters of the other forms travel with this one. */
function Kept({ search }: { search: LogSearch }) {
  const chosen = useTimeZone();
  const browserZone = useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );
  const zone = chosen ?? browserZone;
  return (
    <>
      {search.status && <input type="hidden" name="status" value={search.status} />}
      {search.send && <input type="hidden" name="send" value={search.send} />}
      {search.q && <input type="hidden" name="q" value={search.q} />}
      {/* Days are the reader's; without a script they are those of UTC. */}
      {zone && <input type="hidden" name="zone" value={zone} />}
    </>
  );
}

/** From one minute to another on the reader's clock, the last one included. */
function Times({ search }: { search: LogSearch }) {
  const words = useWords(logWords).filters;
  const zone = useZone();
  return (["since", "until"] as const).map((name) => {
    const [day, clock] = wallParts(search[name], zone);
    return (
      <div key={name} className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-end gap-2">
        <TextField label={words[name]} name={name} type="date" defaultValue={day} />
        <TextField
          label={words.times[name]}
          name={`${name}_time`}
          type="time"
          defaultValue={clock}
        />
      </div>
    );
  });
}

/** A value of the address as the day and the time that fields show. */
function wallParts(value: string | undefined, zone: string | undefined): (string | undefined)[] {
  if (value === undefined || value.length <= "2026-05-15T14:05".length) {
    return value?.split("T") ?? [];
  }
  const inZone = zone ? { timeZone: zone } : {};
  return new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short", ...inZone })
    .format(new Date(value))
    .split(" ");
}

/** Where messages went, and who carried them. */
function Route({ search, choices: { countries, carriers } }: MoreFiltersProps) {
  const words = useWords(logWords).filters;
  return (
    <>
      <SelectField
        label={words.country}
        name="country"
        defaultValue={search.country}
        options={[{ value: "", label: words.anyCountry }, ...countries]}
      />
      <TextField
        label={words.operator}
        name="operator"
        defaultValue={search.operator}
        maxLength={255}
      />
      <SelectField
        label={words.carrier}
        name="carrier"
        defaultValue={search.carrier}
        options={[
          { value: "", label: words.anyCarrier },
          ...carriers.map((name) => ({ value: name, label: name })),
        ]}
      />
    </>
  );
}

function Choices({ search, tokens }: { search: LogSearch; tokens: TokenChoice[] }) {
  const words = useWords(logWords).filters;
  const language = useLanguage();
  const kinds = (["", "false", "true"] as const).map((value) => ({
    value,
    label: words.kinds[value],
  }));
  return (
    <>
      <SelectField label={words.kind} name="test" defaultValue={search.test} options={kinds} />
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
