"use client";

import { useActionState } from "react";
import { NewPasswordField } from "@/components/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { changePasswordAction } from "../actions";

/** The old password and the new one. */
export function ChangePasswordForm({ email }: { email: string }) {
  const [state, action, isPending] = useActionState(changePasswordAction, null);
  const failure = state?.ok === false ? state : null;
  const changedAt = state?.ok ? state.value.changedAt : undefined;
  const isTold = state?.ok ? state.value.isMailSent : false;
  return (
    <div className="grid max-w-[26rem] gap-5">
      {changedAt && (
        <Notice tone="ok" role="status" title="Password changed.">
          Every other browser is signed out.{" "}
          {isTold ? "A mail says so, too." : "The mail that says so could not be sent."}
        </Notice>
      )}
      {/* A new key empties the fields once the password has changed. */}
      <ActionForm key={changedAt ?? "first"} action={action} failure={failure}>
        {/* Tells password managers whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label="Current password"
          name="current_password"
          autoComplete="current-password"
          error={failure?.fields?.["current_password"]}
        />
        <NewPasswordField
          label="New password"
          name="new_password"
          error={failure?.fields?.["new_password"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            Change password
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}
