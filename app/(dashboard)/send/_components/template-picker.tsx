"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { SelectField } from "@/components/ui/select-field";
import { templatePickerWords } from "../template-picker-words";

/** A template, as far as composing needs it. */
export interface PickableTemplate {
  template_id: string;
  name: string;
  body: string;
}

interface TemplatePickerProps {
  templates: readonly PickableTemplate[];
  onText: (body: string) => void;
}

/** Puts the text of a template in the place of what was written; its variables are asked for below the text. */
export function TemplatePicker({ templates, onText }: TemplatePickerProps) {
  const words = useWords(templatePickerWords);
  const [chosen, setChosen] = useState("");
  const choose = (id: string) => {
    const template = templates.find(({ template_id }) => template_id === id);
    setChosen(id);
    if (template) onText(template.body);
  };
  return (
    <SelectField
      label={words.use}
      name=""
      value={chosen}
      onChange={(event) => choose(event.target.value)}
      options={[
        { value: "", label: words.none },
        ...templates.map(({ template_id: value, name: label }) => ({ value, label })),
      ]}
    />
  );
}
