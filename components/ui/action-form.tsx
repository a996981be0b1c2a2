"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { FormFailure } from "@/lib/actions/form-failure";
import { Notice } from "./notice";

interface ActionFormProps {
  action: (form: FormData) => void;
  /** What the last attempt was refused for, if it was. */
  failure: FormFailure | null;
  className?: string;
  children: ReactNode;
}

/** A form over a server action. A refusal moves the focus to the first wrong field, or is said on top. */
export function ActionForm({ action, failure, className, children }: ActionFormProps) {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure?.fields) {
      ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [failure]);
  return (
    <form ref={ref} action={action} noValidate className={className ?? "grid gap-5"}>
      {failure && !failure.fields && (
        <Notice
          tone={failure.code === "rate_limited" ? "warn" : "bad"}
          role="alert"
          title={failure.message}
        >
          {failure.code === "internal" && (
            <p className="text-sm text-mute">
              If it stays like this, quote this to the administrator:{" "}
              <span className="font-mono">{failure.requestId}</span>
            </p>
          )}
        </Notice>
      )}
      {children}
    </form>
  );
}
