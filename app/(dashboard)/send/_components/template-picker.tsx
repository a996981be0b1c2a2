"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { parseText } from "@/lib/templates/parse-text";
import { renderText } from "@/lib/templates/render-text";
import { valuesOf } from "@/lib/templates/values-of";
import { variablesOf } from "@/lib/templates/variables-of";
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

/** Fills the text from a template, and asks for the values of its variables first. */
export function TemplatePicker({ templates, onText }: TemplatePickerProps) {
  const words = useWords(templatePickerWords);
  const [chosen, setChosen] = useState<PickableTemplate>();
  const choose = (id: string) => {
    const template = templates.find(({ template_id }) => template_id === id);
    const isPlain = template !== undefined && variablesOf(template.body).length === 0;
    setChosen(template);
    if (isPlain) onText(template.body);
  };
  return (
    <div className="grid gap-3">
      <SelectField
        label={words.use}
        name=""
        value={chosen?.template_id ?? ""}
        onChange={(event) => choose(event.target.value)}
        options={[
          { value: "", label: words.none },
          ...templates.map(({ template_id: value, name: label }) => ({ value, label })),
        ]}
      />
      {chosen && <Values key={chosen.template_id} body={chosen.body} onText={onText} />}
    </div>
  );
}

function Values({ body, onText }: { body: string; onText: (body: string) => void }) {
  const words = useWords(templatePickerWords);
  const [values, setValues] = useState<Record<string, string>>({});
  const variables = variablesOf(body);
  if (variables.length === 0) return null;
  const rendered = renderText(parseText(body) ?? [], valuesOf(values));
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-3 border-line border-l-4 pl-3">
      <legend className="sr-only">{words.values}</legend>
      {variables.map(({ name, required }) => (
        <TextField
          key={name}
          label={name}
          name=""
          autoComplete="off"
          maxLength={300}
          hint={required ? undefined : words.optional}
          value={values[name] ?? ""}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          // Enter in here fills the text; it does not send.
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            if ("text" in rendered) onText(rendered.text);
          }}
        />
      ))}
      <div>
        <Button
          disabled={!("text" in rendered)}
          onClick={() => "text" in rendered && onText(rendered.text)}
        >
          {words.fill}
        </Button>
      </div>
    </fieldset>
  );
}
