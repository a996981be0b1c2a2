"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { SelectField } from "@/components/ui/select-field";
import type { DraftChoices } from "../draft-facts";
import { textWords } from "../text-words";

interface TemplateFieldProps {
  templates: DraftChoices["templates"];
  body: string;
  onChange: (body: string) => void;
}

/** Puts a saved text in the place of the one that is there, which can be had back. */
export function TemplateField({ templates, body, onChange }: TemplateFieldProps) {
  const words = useWords(textWords);
  const [before, setBefore] = useState<string>();
  const choose = (id: string) => {
    const chosen = templates.find(({ template_id }) => template_id === id);
    if (!chosen || chosen.body === body) return;
    setBefore(body);
    onChange(chosen.body);
  };
  const options = [
    { value: "", label: words.chooseTemplate },
    ...templates.map(({ template_id, name }) => ({ value: template_id, label: name })),
  ];
  return (
    <div className="max-w-sm space-y-1.5">
      <SelectField
        label={words.template}
        name="template"
        options={options}
        value=""
        onChange={({ target }) => choose(target.value)}
      />
      <p role="status" className="text-mute text-sm empty:hidden">
        {before !== undefined && before !== "" && (
          <>
            {words.replaced}{" "}
            <button
              type="button"
              className="link max-sm:min-h-11"
              onClick={() => {
                setBefore(undefined);
                onChange(before);
              }}
            >
              {words.undo}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
