"use client";

import Link from "next/link";
import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { codeAction } from "../../actions";

interface CodeFormProps {
  next: string;
  /** Whether a recovery code is asked for instead of the app's. */
  isRecovery: boolean;
}

/** The code, from the app or from the list of recovery codes. */
export function CodeForm({ next, isRecovery }: CodeFormProps) {
  const [state, action, isPending] = useActionState(codeAction, null);
  const failure = state?.ok === false ? state : null;
  const query = `next=${encodeURIComponent(next)}`;
  return (
    <ActionForm action={action} failure={failure}>
      <input type="hidden" name="next" value={next} />
      <CodeField isRecovery={isRecovery} error={failure?.fields?.["code"]} />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        Sign in
      </Button>
      <div className="grid gap-1 text-mute">
        <p>
          {isRecovery ? (
            <Link href={`/sign-in/code?${query}`} className="link">
              Use the app instead
            </Link>
          ) : (
            <Link href={`/sign-in/code?${query}&with=recovery`} className="link">
              Use a recovery code
            </Link>
          )}
        </p>
        <p>Lost both? The administrator of this installation can turn two-step sign-in off.</p>
      </div>
    </ActionForm>
  );
}
