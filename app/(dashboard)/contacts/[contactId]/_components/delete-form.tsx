"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { useAction } from "@/components/use-action";
import { deleteContactAction } from "../../actions";
import { contactWords } from "../../words";

/** Deletes the contact alone. */
export function DeleteForm({ contactId }: { contactId: string }) {
  const words = useWords(contactWords).remove;
  const [state, action, isPending] = useAction(deleteContactAction);
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <ActionForm action={action} failure={state?.ok === false ? state : null}>
        <input type="hidden" name="contact_id" value={contactId} />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
