"use client";

import { type ReactNode, startTransition, useEffect, useRef } from "react";
import type { FormFailure } from "@/lib/actions/form-failure";
import { useWords } from "../language/use-words";
import { Notice } from "./notice";
import { uiWords } from "./words";

interface ActionFormProps {
  action: (form: FormData) => void;
  /** What the last attempt was refused for, if it was. */
  failure: FormFailure | null;
  /** What was typed stays in the fields after it was sent. */
  isKept?: boolean;
  className?: string;
  children: ReactNode;
}

/** A form over a server action. A refusal moves the focus to the first wrong field, or is said on top. */
export function ActionForm({
  action,
  failure,
  isKept = false,
  className,
  children,
}: ActionFormProps) {
  const { quote } = useWords(uiWords);
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure?.fields) {
      ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [failure]);
  return (
    <form
      ref={ref}
      action={action}
      // React empties the fields of a form it sends itself.
      onSubmit={(event) => {
        if (!isKept) return;
        event.preventDefault();
        const filled = new FormData(event.currentTarget);
        startTransition(() => action(filled));
      }}
      noValidate
      className={className ?? "grid gap-5"}
    >
      {failure && !failure.fields && (
        <Notice
          tone={failure.code === "rate_limited" ? "warn" : "bad"}
          role="alert"
          title={failure.message}
        >
          {failure.code === "internal" && (
            <p className="text-sm text-mute">
              {quote} <span className="font-mono">{failure.requestId}</span>
            </p>
          )}
        </Notice>
      )}
      {children}
    </form>
  );
}
