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
import { PasskeySignIn } from "./passkey-sign-in";

interface SignInFormProps {
  next: string;
  /** Where passkeys work; null if nowhere. */
  passkeyOrigin: string | null;
}

/** E-mail and password, or a passkey. What is wrong is said for both at once, so that nothing tells who has an account. */
export function SignInForm({ next, passkeyOrigin }: SignInFormProps) {
  const { password, signIn: words } = useWords(authWords);
  const [state, action, isPending] = useAction(signInAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <input type="hidden" name="next" value={next} />
      <EmailField failure={failure} hasPasskeys={passkeyOrigin !== null} />
      <PasswordField
        label={password}
        name="password"
        autoComplete="current-password"
        error={failure?.fields?.["password"]}
      />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        {words.submit}
      </Button>
      {passkeyOrigin && <PasskeySignIn next={next} origin={passkeyOrigin} />}
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
