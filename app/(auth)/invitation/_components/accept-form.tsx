"use client";

import { useWords } from "@/components/language/use-words";
import { NewPasswordField } from "@/components/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { authWords } from "../../words";
import { acceptInvitationAction } from "../actions";
import { invitationWords } from "../words";

/** Name and password of whoever joins. */
export function AcceptForm({ ticket, email }: { ticket: string; email: string }) {
  const words = useWords(invitationWords);
  const { password } = useWords(authWords);
  const [state, action, isPending] = useAction(acceptInvitationAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <input type="hidden" name="ticket" value={ticket} />
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={words.name}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        hint={words.nameHint}
        defaultValue={failure?.values["name"]}
        error={failure?.fields?.["name"]}
      />
      <NewPasswordField label={password} name="password" error={failure?.fields?.["password"]} />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        {words.submit}
      </Button>
    </ActionForm>
  );
}
