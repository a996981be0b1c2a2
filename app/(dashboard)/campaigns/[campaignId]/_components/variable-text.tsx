"use client";

import { useId, useRef } from "react";
import { insertIntoText } from "@/components/insert-into-text";
import { useWords } from "@/components/language/use-words";
import { LinkButton } from "@/components/link-button";
import { useLinkPreview } from "@/components/link-origin";
import type { Mark } from "@/components/marked-text";
import { MarkedTextArea } from "@/components/marked-text-area";
import { maskNames, unmaskNames } from "@/components/mask-names";
import { ReplaceCharacters } from "@/components/replace-characters";
import { Field, fieldAria } from "@/components/ui/field";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { parseText } from "@/lib/templates/parse-text";
import { textWords } from "../text-words";
import { VariableButtons } from "./variable-buttons";

interface VariableTextProps {
  value: string;
  onChange: (value: string) => void;
  error?: readonly string[] | undefined;
  mapping: readonly (string | null)[];
}

/** The text with its variables, which are marked, can be inserted, and are said to be wrong where they are. */
export function VariableText({ value, onChange, error, mapping }: VariableTextProps) {
  const id = useId();
  const words = useWords(textWords);
  const frame = useRef<HTMLDivElement>(null);
  const known = mapping.flatMap((use) => (use === null || use === "to" ? [] : [use]));
  const text = value.normalize("NFC");
  const toSent = useLinkPreview();
  const parts = parseText(toSent(value));
  const wrong = error ?? (parts === undefined ? [words.unbalanced] : undefined);
  const insert = (inserted: string, before = 0) => {
    const next = insertIntoText(frame, inserted, before);
    if (next !== undefined) onChange(next);
  };
  const unknown = (parts ?? []).flatMap((part) =>
    typeof part === "string" || part.fallback !== null || known.includes(part.name)
      ? []
      : [`{{${part.name}}}`],
  );
  return (
    <div ref={frame} className="space-y-3">
      <Field id={id} label={words.text} error={wrong}>
        <MarkedTextArea
          id={id}
          name="body"
          rows={6}
          value={value}
          marks={text === value ? marksOf(value) : []}
          onChange={({ target }) => onChange(target.value)}
          {...fieldAria(id, { error: wrong, hint: undefined })}
        />
      </Field>
      <VariableButtons names={known} onInsert={(name) => insert(`{{${name}}}`)} />
      <LinkButton onInsert={insert} />
      {mapping.length > 0 && unknown.length > 0 && (
        <p role="status" className="text-sm text-warn">
          {words.unknown([...new Set(unknown)].join(", "))}
        </p>
      )}
      <ReplaceCharacters
        value={value}
        onChange={onChange}
        text={maskNames(text)}
        restore={(next) => unmaskNames(next, text)}
      />
    </div>
  );
}

const variable = /\{\{[^{}]*\}\}/g;

/** The variables, and between them what turns the text into Unicode. */
function marksOf(text: string): Mark[] {
  const variables = [...text.matchAll(variable)].map(({ 0: character, index }) => ({
    ...{ character, index },
    isVariable: true,
  }));
  const isInside = ({ index }: Mark) =>
    variables.some((each) => index >= each.index && index < each.index + each.character.length);
  const costly = findNonGsmCharacters(text).filter((mark) => !isInside(mark));
  return [...variables, ...costly];
}
