import clsx from "clsx";
import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { controlClass, Field, type FieldWords, fieldAria } from "./field";

type TextFieldProps = InputHTMLAttributes<HTMLInputElement> &
  FieldWords & { name: string; aside?: ReactNode; isMono?: boolean };

/** A one-line input with its label, hint and error. */
export function TextField({
  label,
  hint,
  error,
  aside,
  isMono = false,
  className,
  ...input
}: TextFieldProps) {
  const made = useId();
  const id = input.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error} aside={aside} className={className}>
      <input
        {...input}
        id={id}
        {...fieldAria(id, { hint, error })}
        className={clsx(controlClass, "h-8 max-sm:h-11", isMono && "font-mono")}
      />
    </Field>
  );
}
