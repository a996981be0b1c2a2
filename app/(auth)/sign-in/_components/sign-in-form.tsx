"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { useAction } from "@/components/use-action";
import { EmailField } from "../../_components/email-field";
import { authWords } from "../../words";
import { signInAction } from "../actions";

/** E-mail and password. What is wrong is said for both at once, so that nothing tells who has an account. */
export function SignInForm({ next }: { next: string }) {
  const { password, signIn: words } = useWords(authWords);
  const [state, action, isPending] = useAction(signInAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <input type="hidden" name="next" value={next} />
      <EmailField failure={failure} />
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
