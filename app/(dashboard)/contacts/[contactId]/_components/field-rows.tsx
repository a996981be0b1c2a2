"use client";

import { X } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { contactWords } from "../../words";

interface FieldRowsProps {
  fields: Record<string, string>;
  names: string[];
  error: readonly string[] | undefined;
}

interface Row {
  id: number;
  name: string;
  value: string;
}

/** What is known of a person, a row for each name and value. */
export function FieldRows({ fields, names, error }: FieldRowsProps) {
  const words = useWords(contactWords).form;
  const id = useId();
  const [rows, setRows] = useState<Row[]>(() => {
    const held = Object.entries(fields).map(([name, value], place) => ({ id: place, name, value }));
    return held.length > 0 ? held : [{ id: 0, name: "", value: "" }];
  });
  const rename = (place: number, name: string) =>
    setRows(rows.map((row) => (row.id === place ? { ...row, name } : row)));
  const add = () =>
    setRows([...rows, { id: Math.max(-1, ...rows.map((row) => row.id)) + 1, name: "", value: "" }]);
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="mb-1.5 font-medium">{words.fields}</legend>
      {Object.keys(fields).map((name) => (
        <input key={name} type="hidden" name="known_field" value={name} />
      ))}
      {rows.map((row) => (
        <div key={row.id} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] gap-2">
          <input
            name="field_name"
            aria-label={words.name}
            placeholder={words.name}
            value={row.name}
            onChange={(event) => rename(row.id, event.target.value)}
            list={`${id}-names`}
            autoComplete="off"
            aria-invalid={error !== undefined || undefined}
            aria-describedby={`${id}-words`}
            className={`${controlClass} h-8 font-mono max-sm:h-11`}
          />
          <input
            name="field_value"
            aria-label={words.value}
            placeholder={words.value}
            defaultValue={row.value}
            autoComplete="off"
            className={`${controlClass} h-8 max-sm:h-11`}
          />
          <button
            type="button"
            onClick={() => setRows(rows.filter((each) => each.id !== row.id))}
            aria-label={words.removeField(row.name)}
            className="grid size-8 place-items-center text-mute hover:text-ink max-sm:size-11"
          >
            <X className="size-4" aria-hidden="true" />
          </button>
        </div>
      ))}
      <datalist id={`${id}-names`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <Button onClick={add}>{words.addField}</Button>
      </div>
      <p id={`${id}-words`} className="text-mute text-sm">
        {error && <span className="block text-bad">{error.join(" ")}</span>}
        {words.fieldsHint}
      </p>
    </fieldset>
  );
}
