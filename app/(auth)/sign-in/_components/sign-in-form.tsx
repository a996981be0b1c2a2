"use client";

import Link from "next/link";
import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { signInAction } from "../actions";

/** E-mail and password. What is wrong is said for both at once, so that nothing tells who has an account. */
export function SignInForm({ next }: { next: string }) {
  const [state, action, isPending] = useActionState(signInAction, null);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <input type="hidden" name="next" value={next} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={failure?.values["email"]}
        error={failure?.fields?.["email"]}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={failure?.fields?.["password"]}
      />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        Sign in
      </Button>
      <div className="grid gap-1 text-mute">
        <p>
          <Link href="/forgot-password" className="link">
            Forgot your password?
          </Link>
        </p>
        <p>
          No account yet?{" "}
          <Link href="/sign-up" className="link">
            Create one
          </Link>
        </p>
      </div>
    </ActionForm>
  );
}
