"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { limitsAction } from "../actions";
import { accountFormWords } from "../form-words";

type LimitName = keyof (typeof accountFormWords)["en"]["limits"]["fields"];

export interface LimitRow {
  name: LimitName;
  /** The account's own; null where the installation's holds. */
  own: number | null;
  /** The installation's; 0 for none. */
  standard: number;
}

interface LimitsFormProps {
  accountId: string;
  limits: LimitRow[];
}

/** The limits of the account beside those of the installation. */
export function LimitsForm({ accountId, limits }: LimitsFormProps) {
  const words = useWords(accountFormWords).limits;
  const [state, action, isPending] = useAction(limitsAction);
  const failure = state?.ok === false ? state : null;
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <ActionForm action={action} failure={failure} isKept>
        {state?.ok && <Notice tone="ok" role="status" title={words.saved} />}
        <input type="hidden" name="account_id" value={accountId} />
        <div className="grid gap-5 sm:grid-cols-2">
          {limits.map(({ name, own, standard }) => (
            <TextField
              key={name}
              label={words.fields[name]}
              hint={words.standard(standard)}
              name={name}
              inputMode="numeric"
              autoComplete="off"
              isMono
              maxLength={12}
              defaultValue={failure?.values[name] ?? own ?? ""}
              error={failure?.fields?.[name]}
            />
          ))}
        </div>
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
