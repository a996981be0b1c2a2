"use client";

import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { parseLinkedText, withLinks } from "@/lib/links/parse-linked-text";
import { previewLinks } from "@/lib/links/preview-links";
import { hasVariables } from "@/lib/templates/has-variables";
import { renderText } from "@/lib/templates/render-text";
import { valuesOf } from "@/lib/templates/values-of";
import { variablesOf } from "@/lib/templates/variables-of";
import { templatePickerWords } from "../template-picker-words";

interface VariableValuesProps {
  body: string;
  /** Numbers in the field, reachable or not. */
  count: number;
  onText: (body: string) => void;
}

/** Asks for the values of a text's variables; for several people, where each has their own, names the way to a campaign. */
export function VariableValues({ body, count, onText }: VariableValuesProps) {
  const words = useWords(templatePickerWords);
  if (!hasVariables(body)) return null;
  if (count > 1) {
    return (
      <Notice tone="warn" role="status" title={words.forMany}>
        <Link href="/campaigns" className="link">
          {words.toCampaigns}
        </Link>
      </Notice>
    );
  }
  const variables = variablesOf(previewLinks(body, ""));
  if (variables.length === 0) return <Notice tone="warn" role="status" title={words.wrong} />;
  // Other variables are other fields: values are kept by the names that are asked for.
  const names = variables.map(({ name }) => name).join(" ");
  return <Values key={names} {...{ body, variables, onText }} />;
}

interface ValuesProps {
  body: string;
  variables: ReturnType<typeof variablesOf>;
  onText: (body: string) => void;
}

function Values({ body, variables, onText }: ValuesProps) {
  const words = useWords(templatePickerWords);
  const [values, setValues] = useState<Record<string, string>>({});
  const rendered = renderText(withLinks(parseLinkedText(body) ?? []), valuesOf(values));
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
