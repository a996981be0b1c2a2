"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { NewPasswordField } from "@/components/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { authWords } from "../../words";
import { createAccountAction } from "../actions";

/** E-mail and password, nothing else. */
export function SignUpForm() {
  const { email, password, signUp: words } = useWords(authWords);
  const [state, action, isPending] = useAction(createAccountAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <TextField
        label={email}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={failure?.values["email"]}
        error={failure?.fields?.["email"]}
      />
      <NewPasswordField label={password} name="password" error={failure?.fields?.["password"]} />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        {words.submit}
      </Button>
      <p className="text-mute">
        {words.known}{" "}
        <Link href="/sign-in" className="link">
          {words.toSignIn}
        </Link>
      </p>
    </ActionForm>
  );
}
