"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { type RetentionDays, retentionKinds } from "@/lib/retention/contract";
import { saveLimitsAction, saveRetentionAction } from "../actions";
import { dayWords, privacyWords } from "../words";

interface RetentionFormProps {
  /** Whose times these are. */
  of: "account" | "installation";
  chosen: RetentionDays;
  /** What an account may choose at most; null for no limit. */
  limits: RetentionDays;
}

const actions = { account: saveRetentionAction, installation: saveLimitsAction };

/** For how many days things are kept, a field each; an empty one is the usual. */
export function RetentionForm({ of, chosen, limits }: RetentionFormProps) {
  const { [of]: words, fields, about } = useWords(privacyWords);
  const language = useLanguage();
  const [state, action, isPending] = useAction(actions[of]);
  const failure = state?.ok === false ? state : null;
  const hintOf = (max: number | null) =>
    max === null ? words.free : words.max(dayWords(language, max));
  return (
    <div className="grid max-w-[60rem] gap-5">
      {state?.ok && (
        <Notice key={state.value.savedAt} tone="ok" role="status" title={words.saved} />
      )}
      {/* A new key shows what is stored now: a form keeps the defaults it was made with. */}
      <ActionForm key={JSON.stringify(chosen)} action={action} failure={failure}>
        <div className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-3">
          {retentionKinds.map((kind) => (
            <TextField
              key={kind}
              label={fields[kind]}
              name={kind}
              inputMode="numeric"
              autoComplete="off"
              hint={`${about[kind]} ${hintOf(of === "account" ? limits[kind] : null)}`}
              defaultValue={failure?.values?.[kind] ?? String(chosen[kind] ?? "")}
              error={failure?.fields?.[kind]}
            />
          ))}
        </div>
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}
