"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { useAction } from "@/components/use-action";
import { authWords } from "../../../words";
import { codeAction } from "../../actions";

interface CodeFormProps {
  next: string;
  /** Whether a recovery code is asked for instead of the app's. */
  isRecovery: boolean;
}

/** The code, from the app or from the list of recovery codes. */
export function CodeForm({ next, isRecovery }: CodeFormProps) {
  const { code: words, signIn } = useWords(authWords);
  const [state, action, isPending] = useAction(codeAction);
  const failure = state?.ok === false ? state : null;
  const query = `next=${encodeURIComponent(next)}`;
  return (
    <ActionForm action={action} failure={failure}>
      <input type="hidden" name="next" value={next} />
      <CodeField isRecovery={isRecovery} error={failure?.fields?.["code"]} />
      <Button type="submit" variant="primary" size="large" isBusy={isPending}>
        {signIn.submit}
      </Button>
      <div className="grid gap-1 text-mute">
        <p>
          {isRecovery ? (
            <Link href={`/sign-in/code?${query}`} className="link">
              {words.toApp}
            </Link>
          ) : (
            <Link href={`/sign-in/code?${query}&with=recovery`} className="link">
              {words.toRecovery}
            </Link>
          )}
        </p>
        <p>{words.lost}</p>
      </div>
    </ActionForm>
  );
}
