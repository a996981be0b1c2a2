"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PasswordField } from "@/components/ui/password-field";
import { useAction } from "@/components/use-action";
import { accountWords } from "../../words";
import { closeAccountAction } from "../actions";
import { deleteWords } from "../words";

/** The password, and the button that closes the account. */
export function DeleteForm({ email }: { email: string }) {
  const words = useWords(deleteWords);
  const { yourPassword } = useWords(accountWords);
  const [state, action, isPending] = useAction(closeAccountAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure} className="grid max-w-[26rem] gap-5">
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={yourPassword}
        name="password"
        autoComplete="current-password"
        error={failure?.fields?.["password"]}
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/settings/account">{words.keep}</ButtonLink>
        <Button type="submit" variant="danger" isBusy={isPending}>
          {words.submit}
        </Button>
      </div>
    </ActionForm>
  );
}
