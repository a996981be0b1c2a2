"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { authWords } from "../../words";
import { signInAction } from "../actions";

/** E-mail and password. What is wrong is said for both at once, so that nothing tells who has an account. */
export function SignInForm({ next }: { next: string }) {
  const { email, password, signIn: words } = useWords(authWords);
  const [state, action, isPending] = useAction(signInAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <input type="hidden" name="next" value={next} />
      <TextField
        label={email}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={failure?.values["email"]}
        error={failure?.fields?.["email"]}
      />
      <PasswordField
        label={password}
        name="password"
        autoComplete="current-password"
        error={failure?.fields?.["password"]}
      />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        {words.submit}
      </Button>
      <div className="grid gap-1 text-mute">
        <p>
          <Link href="/forgot-password" className="link">
            {words.forgot}
          </Link>
        </p>
        <p>
          {words.unknown}{" "}
          <Link href="/sign-up" className="link">
            {words.toSignUp}
          </Link>
        </p>
      </div>
    </ActionForm>
  );
}
