import clsx from "clsx";
import { type ReactNode, type TextareaHTMLAttributes, useId } from "react";
import { controlClass, Field, type FieldWords, fieldAria } from "./field";

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> &
  FieldWords & { name: string; aside?: ReactNode };

/** A text of several lines with its label, hint and error. */
export function TextArea({ label, hint, error, aside, className, ...area }: TextAreaProps) {
  const made = useId();
  const id = area.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error} aside={aside} className={className}>
      <textarea
        rows={4}
        {...area}
        id={id}
        {...fieldAria(id, { hint, error })}
        className={clsx(controlClass, "resize-y py-2")}
      />
    </Field>
  );
}
