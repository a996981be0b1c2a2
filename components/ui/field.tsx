import clsx from "clsx";
import type { ReactNode } from "react";

export interface FieldWords {
  label: string;
  /** What to type, said before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong, one sentence or the list the server gave. */
  error?: string | readonly string[] | undefined;
}

interface FieldProps extends FieldWords {
  id: string;
  /** Shown at the right end of the label's line. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** Label, control, hint and error of one field, in the order they are read. */
export function Field({ id, label, hint, error, aside, className, children }: FieldProps) {
  const sentences = errorSentences(error);
  return (
    <div className={clsx("grid grid-cols-1 content-start gap-1.5", className)}>
      {/* What stands beside the label comes after the control: Tab leads into the field first. */}
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-1.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <div className="col-span-full row-start-2 grid min-w-0 grid-cols-1">{children}</div>
        {aside && <div className="col-start-2 row-start-1">{aside}</div>}
      </div>
      {sentences.length > 0 && (
        <p id={`${id}-error`} className="text-sm text-bad">
          {sentences.join(" ")}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-mute">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The attributes that tie a control to its hint and error. */
export function fieldAria(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">) {
  const isWrong = errorSentences(error).length > 0;
  const describedBy = clsx(isWrong && `${id}-error`, hint && `${id}-hint`);
  return {
    "aria-invalid": isWrong || undefined,
    "aria-describedby": describedBy || undefined,
  };
}

/** The look every text control shares. 16 px on phones, below which they zoom into the field. */
export const controlClass =
  "w-full rounded-control border border-control bg-panel px-2.5 text-base text-ink placeholder:text-mute " +
  "aria-invalid:border-bad aria-invalid:border-2 disabled:bg-sunk disabled:text-mute max-sm:text-md";

function errorSentences(error: FieldWords["error"]): readonly string[] {
  if (!error) return [];
  return typeof error === "string" ? [error] : error;
}
