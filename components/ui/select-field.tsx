import clsx from "clsx";
import { type SelectHTMLAttributes, useId } from "react";
import { controlClass, Field, type FieldWords, fieldAria } from "./field";

type SelectFieldProps = SelectHTMLAttributes<HTMLSelectElement> &
  FieldWords & { name: string; options: readonly { value: string; label: string }[] };

/** The browser's own list of choices, with label, hint and error. */
export function SelectField({
  label,
  hint,
  error,
  options,
  className,
  ...select
}: SelectFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <select
        {...select}
        id={id}
        {...fieldAria(id, { hint, error })}
        className={clsx(controlClass, "h-8 max-sm:h-11")}
      >
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}
