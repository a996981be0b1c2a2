"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { useAction } from "@/components/use-action";
import { deleteTemplateAction } from "../actions";
import { templateWords } from "../words";

/** Deletes the template. */
export function DeleteForm({ templateId }: { templateId: string }) {
  const words = useWords(templateWords).remove;
  const [state, action, isPending] = useAction(deleteTemplateAction);
  return (
    <section className="mt-10">
      <SectionHeading title={words.title} lead={words.lead} />
      <ActionForm action={action} failure={state?.ok === false ? state : null}>
        <input type="hidden" name="template_id" value={templateId} />
        <div>
          <Button type="submit" variant="danger" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
