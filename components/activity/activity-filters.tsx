import { type ActivityFilter, actionNames } from "@/lib/activity/contract";
import { wordsOf } from "../language/current-language";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import { actionWords } from "./action-words";
import { activityWords } from "./words";

interface ActivityFiltersProps {
  /** The page's address, which the filters are in. */
  path: string;
  filter: ActivityFilter;
  /** The reader's time zone, whose days are meant. */
  zone: string;
  /** Whether accounts can be chosen. */
  hasAccounts?: boolean;
}

/** Which events to show. A plain form: the filters are in the address. */
export async function ActivityFilters({ path, filter, zone, hasAccounts }: ActivityFiltersProps) {
  const [words, actions] = await Promise.all([wordsOf(activityWords), wordsOf(actionWords)]);
  const { action, actor, account, since, until } = filter;
  const isFiltered = Boolean(action ?? actor ?? account ?? since ?? until);
  const choices = actionNames
    .map((value) => ({ value, label: actions[value] }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const field = (name: "actor" | "account", hint?: string) => (
    <TextField
      key={`${name} ${filter[name]}`}
      label={words[name]}
      name={name}
      type="search"
      placeholder={hint}
      maxLength={254}
      defaultValue={filter[name]}
      className="w-48 max-sm:w-full"
    />
  );
  const day = (name: "since" | "until") => (
    <TextField
      key={`${name} ${filter[name]}`}
      label={words[name]}
      name={name}
      type="date"
      defaultValue={filter[name]}
      className="w-36 max-sm:w-full"
    />
  );
  return (
    <search>
      <form action={path} className="mb-4 flex flex-wrap items-end gap-3">
        <SelectField
          key={`action ${action}`}
          label={words.action}
          name="action"
          defaultValue={action ?? ""}
          options={[{ value: "", label: words.anyAction }, ...choices]}
          className="w-56 max-sm:w-full"
        />
        {field("actor")}
        {hasAccounts && field("account", words.accountHint)}
        {day("since")}
        {day("until")}
        <Button type="submit">{words.show}</Button>
        {isFiltered && (
          <ButtonLink href={path} className="border-transparent bg-transparent">
            {words.reset}
          </ButtonLink>
        )}
        <p className="w-full text-mute text-sm">{words.days(zone)}</p>
      </form>
    </search>
  );
}
