"use client";

import Link from "next/link";
import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { requestResetAction } from "../actions";

/** An e-mail. What it says afterwards tells nobody who has an account. */
export function RequestResetForm() {
  const [state, action, isPending] = useActionState(requestResetAction, null);
  const failure = state?.ok === false ? state : null;
  return (
    <div className="grid gap-5">
      {state?.ok && (
        <Notice tone="info" role="status" title="Look into your mail.">
          If there is an account with <span className="wrap-anywhere">{state.value.email}</span>,
          the link is on its way there.
        </Notice>
      )}
      <ActionForm action={action} failure={failure}>
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={failure?.values["email"]}
          error={failure?.fields?.["email"]}
        />
        <Button
          type="submit"
          variant={state?.ok ? "quiet" : "primary"}
          size="large"
          isBusy={isPending}
        >
          {state?.ok ? "Mail it again" : "Mail the link"}
        </Button>
        <p className="text-mute">
          <Link href="/sign-in" className="link">
            Back to signing in
          </Link>
        </p>
      </ActionForm>
    </div>
  );
}
