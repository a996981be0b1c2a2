"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { NewPasswordField } from "@/components/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { EmailField } from "../../_components/email-field";
import { authWords } from "../../words";
import { createAccountAction } from "../actions";

/** Email and password, nothing else. */
export function SignUpForm() {
  const { password, signUp: words } = useWords(authWords);
  const [state, action, isPending] = useAction(createAccountAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <EmailField failure={failure} isFocused />
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
