"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { endReasons, reasonWords } from "@/components/status-words";
import { Button } from "@/components/ui/button";
import { Folded } from "@/components/ui/folded";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { isolatedText } from "@/components/visible-text";
import type { CampaignView } from "@/lib/campaigns/contract";
import { logWords } from "../words";
import type { LogSearch } from "./log-search";
import { KeptFilters, TimeFields } from "./time-fields";
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
  /** The campaign that the log is narrowed to. */
  campaign: CampaignView | null;
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
        <KeptFilters search={search} />
        <TimeFields search={search} />
        <Route search={search} choices={choices} />
        <Choices search={search} tokens={choices.tokens} />
        <div className="sm:col-span-full">
          <Button type="submit">{words.apply}</Button>
        </div>
      </form>
    </Folded>
  );
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
      <TextField
        label={words.metadata}
        name="metadata"
        defaultValue={search.metadata}
        maxLength={255}
        placeholder="order=1042"
        pattern="[^=\[\]]+=.*\S.*"
        title={words.metadataHint}
      />
    </>
  );
}

/** A carrier's own code, which a link may ask for, can be chosen while it is in force. */
function reasonChoices(asked: string | undefined): string[] {
  const known: readonly string[] = endReasons;
  return asked === undefined || known.includes(asked) ? [...known] : [asked, ...known];
}
