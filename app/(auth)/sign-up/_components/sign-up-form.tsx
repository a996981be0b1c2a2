"use client";

import Link from "next/link";
import { useActionState } from "react";
import { NewPasswordField } from "@/components/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { createAccountAction } from "../actions";

/** E-mail and password, nothing else. */
export function SignUpForm() {
  const [state, action, isPending] = useActionState(createAccountAction, null);
  const failure = state?.ok === false ? state : null;
  return (
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
      <NewPasswordField label="Password" name="password" error={failure?.fields?.["password"]} />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        Create account
      </Button>
      <p className="text-mute">
        Already have an account?{" "}
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      </p>
    </ActionForm>
  );
}
