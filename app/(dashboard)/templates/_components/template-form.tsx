"use client";

import { useId, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { MarkedTextArea } from "@/components/marked-text-area";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field, fieldAria } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { TemplateView } from "@/lib/templates/contract";
import { saveTemplateAction } from "../actions";
import { templateWords } from "../words";
import { TemplatePreview } from "./template-preview";

interface TemplateFormProps {
  /** Null for a new one. */
  template: TemplateView | null;
  isJustSaved: boolean;
}

/** Name and text of a template on the left, with its variables marked; the message on the right. */
export function TemplateForm({ template, isJustSaved }: TemplateFormProps) {
  const words = useWords(templateWords);
  const id = useId();
  const [state, action, isPending] = useAction(saveTemplateAction);
  const [body, setBody] = useState(template?.body ?? "");
  const failure = state?.ok === false ? state : null;
  const isSaved = state ? state.ok : isJustSaved;
  const error = failure?.fields?.["body"];
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-10 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <ActionForm action={action} failure={failure} isKept>
        {isSaved && <Notice tone="ok" role="status" title={words.saved} />}
        <input type="hidden" name="template_id" value={template?.template_id ?? ""} />
        <TextField
          label={words.name}
          name="name"
          autoComplete="off"
          defaultValue={template?.name}
          error={failure?.fields?.["name"]}
        />
        <Field id={id} label={words.text} hint={words.textHint} error={error}>
          <MarkedTextArea
            id={id}
            name="body"
            rows={7}
            value={body}
            marks={variableMarks(body)}
            onChange={(event) => setBody(event.target.value)}
            {...fieldAria(id, { error, hint: words.textHint })}
          />
        </Field>
        <div>
          <Button type="submit" variant="primary" isBusy={isPending}>
            {words.save}
          </Button>
        </div>
      </ActionForm>
      <TemplatePreview body={body} />
    </div>
  );
}

/** Where variables stand, also while their braces are not right yet elsewhere. */
function variableMarks(text: string) {
  return [...text.matchAll(/\{\{[^{}]*\}\}/g)].map(({ 0: character, index }) => ({
    ...{ character, index },
    isVariable: true,
  }));
}
