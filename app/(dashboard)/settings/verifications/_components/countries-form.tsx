"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { saveCountriesAction } from "../actions";
import { verificationWords } from "../words";

/** The countries that codes go to, as their codes; empty for the usual ones. */
export function CountriesForm({ chosen }: { chosen: string }) {
  const { countries: words } = useWords(verificationWords);
  const [state, action, isPending] = useAction(saveCountriesAction);
  const failure = state?.ok === false ? state : null;
  return (
    <div className="grid max-w-[44rem] gap-5">
      {state?.ok && (
        <Notice key={state.value.savedAt} tone="ok" role="status" title={words.saved} />
      )}
      {/* A new key shows what is stored now: a form keeps the defaults it was made with. */}
      <ActionForm key={chosen} action={action} failure={failure}>
        <TextField
          label={words.label}
          name="countries"
          autoComplete="off"
          isMono
          hint={words.hint}
          defaultValue={failure?.values?.["countries"] ?? chosen}
          error={failure?.fields?.["countries"]}
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
