"use client";

import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PasswordField } from "@/components/ui/password-field";
import { closeAccountAction } from "../actions";

/** The password, and the button that closes the account. */
export function DeleteForm({ email }: { email: string }) {
  const [state, action, isPending] = useActionState(closeAccountAction, null);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure} className="grid max-w-[26rem] gap-5">
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        error={failure?.fields?.["password"]}
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/settings/account">Keep the account</ButtonLink>
        <Button type="submit" variant="danger" isBusy={isPending}>
          Delete account
        </Button>
      </div>
    </ActionForm>
  );
}
