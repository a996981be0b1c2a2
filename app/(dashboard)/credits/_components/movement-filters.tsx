import { wordsOf } from "@/components/language/current-language";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { type MovementQuery, movementKinds } from "@/lib/credits/contract";
import { creditsWords } from "../words";

interface MovementFiltersProps {
  query: MovementQuery;
  /** The reader's time zone, whose days are meant. */
  zone: string;
}

/** Which transactions to show. A plain form: the filters are in the URL. */
export async function MovementFilters({ query, zone }: MovementFiltersProps) {
  const words = await wordsOf(creditsWords);
  const { kind, since, until } = query;
  const isFiltered = Boolean(kind ?? since ?? until);
  return (
    <form action="/credits#ledger" className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        key={`kind ${kind}`}
        label={words.kind}
        name="kind"
        defaultValue={kind ?? ""}
        options={[
          { value: "", label: words.all },
          ...movementKinds.map((value) => ({ value, label: words.kinds[value] })),
        ]}
        className="w-36 max-sm:w-full"
      />
      <TextField
        key={`since ${since}`}
        label={words.since}
        name="since"
        type="date"
        defaultValue={since}
        className="w-40 max-sm:w-full"
      />
      <TextField
        key={`until ${until}`}
        label={words.until}
        name="until"
        type="date"
        defaultValue={until}
        className="w-40 max-sm:w-full"
      />
      <Button type="submit">{words.show}</Button>
      {isFiltered && (
        <ButtonLink href="/credits#ledger" className="border-transparent bg-transparent">
          {words.reset}
        </ButtonLink>
      )}
      <p className="w-full text-mute text-sm">{words.days(zone)}</p>
    </form>
  );
}
