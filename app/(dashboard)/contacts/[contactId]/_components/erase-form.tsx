"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { erasePersonAction } from "../../actions";
import { contactWords } from "../../words";

/** Says what erasing a person does, and does it for the number typed again. */
export function EraseForm({ number }: { number: string }) {
  const words = useWords(contactWords).erase;
  const [state, action, isPending] = useAction(erasePersonAction);
  const failure = state?.ok === false ? state : null;
  const erased = state?.ok ? state.value : undefined;
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <ActionForm action={action} failure={failure}>
        {erased && (
          <Notice
            tone={erased.left > 0 ? "warn" : "ok"}
            role="status"
            title={words.done(erased.number)}
          >
            <p>{words.counts(erased.messages, erased.received, erased.rows)}</p>
            {erased.isOptedOut && <p>{words.keptOptOut}</p>}
            {erased.left > 0 && <p>{words.left(erased.left)}</p>}
          </Notice>
        )}
        <ul className="list-disc space-y-1 pl-5 text-mute">
          {words.what.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <input type="hidden" name="number" value={number} />
        <TextField
          label={words.confirm(number)}
          name="confirmation"
          type="tel"
          autoComplete="off"
          isMono
          error={failure?.fields?.["confirmation"]}
        />
        <div>
          <Button type="submit" variant="danger" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
