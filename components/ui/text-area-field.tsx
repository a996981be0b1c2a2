import clsx from "clsx";
import { type TextareaHTMLAttributes, useId } from "react";
import { controlClass, Field, type FieldWords, fieldAria } from "./field";

type TextAreaFieldProps = TextareaHTMLAttributes<HTMLTextAreaElement> &
  FieldWords & { name: string; isMono?: boolean };

/** A field for several lines, with label, hint and error. */
export function TextAreaField({
  label,
  hint,
  error,
  isMono = false,
  className,
  ...area
}: TextAreaFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <textarea
        {...area}
        id={id}
        {...fieldAria(id, { hint, error })}
        className={clsx(controlClass, "py-1.5", isMono && "font-mono")}
      />
    </Field>
  );
}
