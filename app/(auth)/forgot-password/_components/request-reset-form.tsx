"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/use-action";
import { EmailField } from "../../_components/email-field";
import { authWords } from "../../words";
import { requestResetAction } from "../actions";

/** An e-mail. What it says afterwards tells nobody who has an account. */
export function RequestResetForm() {
  const { forgot: words } = useWords(authWords);
  const [state, action, isPending] = useAction(requestResetAction);
  const failure = state?.ok === false ? state : null;
  return (
    <div className="grid gap-5">
      {state?.ok && (
        <Notice tone="info" role="status" title={words.asked}>
          {words.ifThereIs} <span className="wrap-anywhere">{state.value.email}</span>
          {words.onItsWay}
        </Notice>
      )}
      <ActionForm action={action} failure={failure}>
        <EmailField failure={failure} />
        <Button
          type="submit"
          variant={state?.ok ? "quiet" : "primary"}
          size="large"
          isBusy={isPending}
        >
          {state?.ok ? words.again : words.submit}
        </Button>
        <p className="text-mute">
          <Link href="/sign-in" className="link">
            {words.back}
          </Link>
        </p>
      </ActionForm>
    </div>
  );
}
