import { wordsOf } from "@/components/language/current-language";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { visibleText } from "@/components/visible-text";
import { type RequestFilter, requestMethods, statusClasses } from "@/lib/request-log/contract";
import type { TokenView } from "@/lib/tokens/contract";
import { requestWords } from "../words";

interface RequestFiltersProps {
  path: string;
  filter: Partial<RequestFilter>;
  tokens: TokenView[];
  isFiltered: boolean;
}

/** Which requests to show. A plain form: the filters are in the address. */
export async function RequestFilters({ path, filter, tokens, isFiltered }: RequestFiltersProps) {
  const { filter: words } = await wordsOf(requestWords);
  const { method, status, token } = filter;
  const select = (
    name: "method" | "status" | "token",
    any: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <SelectField
      key={`${name} ${filter[name]}`}
      label={words[name]}
      name={name}
      defaultValue={filter[name] ?? ""}
      options={[{ value: "", label: any }, ...options]}
      className="w-40 max-sm:w-full"
    />
  );
  const field = (name: "path" | "request") => (
    <TextField
      key={`${name} ${filter[name]}`}
      label={words[name]}
      name={name}
      type="search"
      maxLength={100}
      defaultValue={filter[name]}
      isMono
      className="w-48 max-sm:w-full"
    />
  );
  return (
    <search>
      <form action={path} className="mb-4 flex flex-wrap items-end gap-3">
        {select("method", words.anyMethod, withOwn(requestMethods.map(asChoice), method))}
        {select(
          "status",
          words.anyStatus,
          withOwn(
            statusClasses.map((value) => ({ value, label: words.statuses[value] })),
            status,
          ),
        )}
        {field("path")}
        {select(
          "token",
          words.anyToken,
          withOwn(
            tokens.map(({ token_id, name }) => ({ value: token_id, label: visibleText(name) })),
            token,
          ),
        )}
        {field("request")}
        <Button type="submit">{words.show}</Button>
        {isFiltered && (
          <ButtonLink href={path} className="border-transparent bg-transparent">
            {words.reset}
          </ButtonLink>
        )}
      </form>
    </search>
  );
}

interface Choice {
  value: string;
  label: string;
}

function asChoice(value: string): Choice {
  return { value, label: value };
}

/** With what the address asks for, where the list lacks it: such as one status, or a token beyond those listed. */
function withOwn(choices: Choice[], chosen: string | undefined): Choice[] {
  const isListed = chosen === undefined || choices.some(({ value }) => value === chosen);
  return isListed ? choices : [...choices, asChoice(chosen)];
}
