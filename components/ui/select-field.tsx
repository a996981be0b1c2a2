import clsx from "clsx";
import { type SelectHTMLAttributes, useId } from "react";
import { controlClass, Field, type FieldWords, fieldAria } from "./field";

type SelectFieldProps = SelectHTMLAttributes<HTMLSelectElement> & FieldWords & { name: string };

/** The browser's own select with its label, hint and error; give it `<option>`s. */
export function SelectField({ label, hint, error, className, ...select }: SelectFieldProps) {
  const made = useId();
  const id = select.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <select
        {...select}
        id={id}
        {...fieldAria(id, { hint, error })}
        className={clsx(controlClass, "h-8 max-sm:h-11")}
      />
    </Field>
  );
}
