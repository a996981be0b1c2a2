"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { adjustAction } from "../actions";
import { accountFormWords } from "../form-words";

interface AdjustFormProps {
  accountId: string;
  /** Of what this form records: sent twice, it is recorded once. */
  adjustmentId: string;
}

/** Grants credits to the account, or takes some away, with a note. */
export function AdjustForm({ accountId, adjustmentId }: AdjustFormProps) {
  const words = useWords(accountFormWords).adjust;
  const [state, action, isPending] = useAction(adjustAction);
  const failure = state?.ok === false ? state : null;
  const done = state?.ok ? state.value : null;
  return (
    <section>
      <SectionHeading title={words.title} />
      <ActionForm action={action} failure={failure}>
        {done && (
          <Notice
            tone={done.isRepeat ? "info" : "ok"}
            role="status"
            title={
              done.isRepeat
                ? words.repeated(done.balance)
                : words.granted(done.credits, done.balance)
            }
          />
        )}
        <input type="hidden" name="account_id" value={accountId} />
        <input type="hidden" name="adjustment_id" value={adjustmentId} />
        <TextField
          label={words.credits}
          hint={words.creditsHint}
          name="credits"
          inputMode="text"
          autoComplete="off"
          isMono
          maxLength={20}
          className="w-40"
          defaultValue={failure?.values["credits"]}
          error={failure?.fields?.["credits"]}
        />
        <TextField
          label={words.note}
          hint={words.noteHint}
          name="note"
          autoComplete="off"
          maxLength={200}
          defaultValue={failure?.values["note"]}
          error={failure?.fields?.["note"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
