"use client";

import { useId } from "react";
import { useWords } from "@/components/language/use-words";
import { TextField } from "@/components/ui/text-field";
import type { CampaignView } from "@/lib/campaigns/contract";
import type { DraftChoices, DraftRow } from "../draft-facts";
import { textWords } from "../text-words";
import { DraftPart } from "./draft-part";
import { TemplateField } from "./template-field";
import { TextPreview } from "./text-preview";
import type { Saving } from "./use-saving";
import { VariableText } from "./variable-text";

interface TextPartProps {
  draft: CampaignView;
  saving: Saving;
  templates: DraftChoices["templates"];
  /** The first of the rows, for the preview; undefined while there are none. */
  row: DraftRow | undefined;
}

/** What is written, by whom; beside it the message as the first person gets it. */
export function TextPart({ draft, saving, templates, row }: TextPartProps) {
  const words = useWords(textWords);
  const id = useId();
  const errors = saving.failure?.fields;
  const edit = saving.edit;
  return (
    <DraftPart id={id} title={words.title}>
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 md:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
        <div className="min-w-0 space-y-6">
          <div className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
            <TextField
              label={words.name}
              name="name"
              value={draft.name}
              onChange={({ target }) => edit({ name: target.value })}
              error={errors?.["name"]}
              hint={words.nameHint}
              maxLength={80}
              autoComplete="off"
            />
            <TextField
              label={words.from}
              name="from"
              value={draft.from}
              onChange={({ target }) => edit({ from: target.value })}
              error={errors?.["from"]}
              hint={words.fromHint}
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          <VariableText
            value={draft.body}
            onChange={(body) => edit({ body })}
            error={errors?.["body"]}
            mapping={draft.mapping}
          />
          {!draft.store_body && <p className="text-mute">{words.notStored}</p>}
          {templates.length > 0 && (
            <TemplateField
              templates={templates}
              body={draft.body}
              onChange={(body) => edit({ body })}
            />
          )}
        </div>
        <TextPreview draft={draft} row={row} />
      </div>
    </DraftPart>
  );
}
