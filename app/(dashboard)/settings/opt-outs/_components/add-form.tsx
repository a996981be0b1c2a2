"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { addOptOutAction } from "../actions";
import { optOutWords } from "../words";

/** Opts a number out by hand. */
export function AddForm() {
  const words = useWords(optOutWords);
  const [state, action, isPending] = useAction(addOptOutAction);
  const failure = state?.ok === false ? state : null;
  const { values, fields } = failure ?? {};
  return (
    <section>
      <SectionHeading title={words.add.title} />
      <ActionForm action={action} failure={failure}>
        {state?.ok && <Notice tone="ok" role="status" title={words.add.done(state.value.number)} />}
        <TextField
          label={words.number}
          name="number"
          type="tel"
          autoComplete="off"
          isMono
          defaultValue={values?.["number"]}
          error={fields?.["number"]}
        />
        <TextField
          label={words.sender}
          name="sender"
          hint={words.add.senderHint}
          autoComplete="off"
          defaultValue={values?.["sender"]}
          error={fields?.["sender"]}
        />
        <TextField
          label={words.reason}
          name="reason"
          autoComplete="off"
          defaultValue={values?.["reason"]}
          error={fields?.["reason"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.add.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
