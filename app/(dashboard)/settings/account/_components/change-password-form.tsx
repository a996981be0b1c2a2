"use client";

import { useWords } from "@/components/language/use-words";
import { NewPasswordField } from "@/components/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { useAction } from "@/components/use-action";
import { changePasswordAction } from "../actions";
import { accountWords } from "../words";

/** The old password and the new one. */
export function ChangePasswordForm({ email }: { email: string }) {
  const { password: words, mailSaysSo, mailUnsent } = useWords(accountWords);
  const [state, action, isPending] = useAction(changePasswordAction);
  const failure = state?.ok === false ? state : null;
  const changedAt = state?.ok ? state.value.changedAt : undefined;
  const isTold = state?.ok ? state.value.isMailSent : false;
  return (
    <div className="grid max-w-[26rem] gap-5">
      {changedAt && (
        <Notice tone="ok" role="status" title={words.changed}>
          {words.effect} {isTold ? mailSaysSo : mailUnsent}
        </Notice>
      )}
      {/* A new key empties the fields once the password has changed. */}
      <ActionForm key={changedAt ?? "first"} action={action} failure={failure}>
        {/* Tells password managers whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={words.current}
          name="current_password"
          autoComplete="current-password"
          error={failure?.fields?.["current_password"]}
        />
        <NewPasswordField
          label={words.fresh}
          name="new_password"
          error={failure?.fields?.["new_password"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}
