"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { changeEmailAction } from "../actions";
import { accountWords } from "../words";

/** The new address, and the password that proves who asks. */
export function ChangeEmailForm({ email }: { email: string }) {
  const { email: words, yourPassword } = useWords(accountWords);
  const [state, action, isPending] = useAction(changeEmailAction);
  const failure = state?.ok === false ? state : null;
  const asked = state?.ok ? state.value : undefined;
  return (
    <div className="grid max-w-[26rem] gap-5">
      {asked && (
        <Notice tone="info" role="status" title={words.asked}>
          {words.onItsWay} <span className="wrap-anywhere">{asked.email}</span>
          {words.until(email)}
        </Notice>
      )}
      {/* A new key empties the fields once the mail is on its way. */}
      <ActionForm key={asked?.askedAt ?? "first"} action={action} failure={failure}>
        <TextField
          label={words.field}
          name="new_email"
          type="email"
          autoComplete="email"
          required
          defaultValue={failure?.values["new_email"]}
          error={failure?.fields?.["new_email"]}
        />
        <PasswordField
          label={yourPassword}
          name="password"
          autoComplete="current-password"
          error={failure?.fields?.["password"]}
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
