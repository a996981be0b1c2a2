"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { requestAction } from "../actions";
import { senderWords } from "../words";

/** Asks for a name to send from. */
export function RequestForm() {
  const words = useWords(senderWords).request;
  const [state, action, isPending] = useAction(requestAction);
  const failure = state?.ok === false ? state : null;
  return (
    <section className="max-w-xl">
      <SectionHeading title={words.title} />
      <ActionForm action={action} failure={failure}>
        {state?.ok && <Notice tone="ok" role="status" title={words.done(state.value.name)} />}
        <TextField
          label={words.name}
          hint={words.nameHint}
          name="name"
          autoComplete="off"
          maxLength={16}
          className="w-56"
          defaultValue={failure?.values["name"]}
          error={failure?.fields?.["name"]}
        />
        <TextField
          label={words.purpose}
          hint={words.purposeHint}
          name="purpose"
          autoComplete="off"
          maxLength={300}
          defaultValue={failure?.values["purpose"]}
          error={failure?.fields?.["purpose"]}
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
