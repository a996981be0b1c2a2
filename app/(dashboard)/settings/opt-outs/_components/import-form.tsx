"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextAreaField } from "@/components/ui/text-area-field";
import { useAction } from "@/components/use-action";
import { importOptOutsAction } from "../actions";
import { optOutWords } from "../words";

/** Adds a pasted list of opt-outs. */
export function ImportForm() {
  const words = useWords(optOutWords).import;
  const [state, action, isPending] = useAction(importOptOutsAction);
  const failure = state?.ok === false ? state : null;
  return (
    <section>
      <SectionHeading title={words.title} />
      <ActionForm action={action} failure={failure}>
        {state?.ok && <Imported {...state.value} />}
        <TextAreaField
          label={words.list}
          name="list"
          rows={6}
          hint={words.hint}
          isMono
          defaultValue={failure?.values?.["list"]}
          error={failure?.fields?.["list"]}
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

interface ImportedProps {
  added: number;
  known: number;
  rejected: number;
  wrong: { line: number; detail: string }[];
}

function Imported({ added, known, rejected, wrong }: ImportedProps) {
  const words = useWords(optOutWords).import;
  return (
    <Notice
      tone={rejected > 0 ? "warn" : "ok"}
      role="status"
      title={words.done(added, known, rejected)}
    >
      {wrong.length > 0 && (
        <ul className="max-h-40 overflow-y-auto text-sm">
          {wrong.map(({ line, detail }) => (
            <li key={line}>{words.line(line, detail)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
