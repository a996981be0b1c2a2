"use client";

import { useWords } from "@/components/language/use-words";
import { NewPasswordField } from "@/components/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { authWords } from "../../words";
import { resetPasswordAction } from "../actions";

/** The new password. */
export function ResetPasswordForm({ ticket, email }: { ticket: string; email: string }) {
  const words = useWords(authWords);
  const [state, action, isPending] = useAction(resetPasswordAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <input type="hidden" name="ticket" value={ticket} />
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField
        label={words.newPassword}
        name="new_password"
        error={failure?.fields?.["new_password"]}
      />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        {words.reset.submit}
      </Button>
    </ActionForm>
  );
}
