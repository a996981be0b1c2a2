"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { useAction } from "@/components/use-action";
import { saveDefaultCountryAction } from "../actions";
import { accountWords } from "../words";

interface DefaultCountryFormProps {
  /** ISO 3166 code; empty for none. */
  country: string;
  countries: { value: string; label: string }[];
}

/** The country whose numbers may be written without its code. */
export function DefaultCountryForm({ country, countries }: DefaultCountryFormProps) {
  const { numbers: words } = useWords(accountWords);
  const [state, action, isPending] = useAction(saveDefaultCountryAction);
  const failure = state?.ok === false ? state : null;
  return (
    <div className="grid max-w-[26rem] gap-5">
      {state?.ok && (
        <Notice key={state.value.savedAt} tone="ok" role="status" title={words.saved} />
      )}
      {/* A new key shows what is stored now: a form keeps the defaults it was made with. */}
      <ActionForm key={country} action={action} failure={failure}>
        <SelectField
          label={words.country}
          name="default_country"
          hint={words.countryHint}
          options={[{ value: "", label: words.none }, ...countries]}
          defaultValue={failure?.values?.["default_country"] ?? country}
          error={failure?.fields?.["default_country"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}
