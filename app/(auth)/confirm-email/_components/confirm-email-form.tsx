"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { useAction } from "@/components/use-action";
import { DeadLink } from "../../_components/dead-link";
import { authWords } from "../../words";
import { confirmEmailAction } from "../actions";

interface ConfirmEmailFormProps {
  ticket: string;
  /** Null when the link is dead, which it also is right after it was used. */
  change: { from: string; to: string } | null;
}

/** One button, and what it came to. */
export function ConfirmEmailForm({ ticket, change }: ConfirmEmailFormProps) {
  const words = useWords(authWords).confirm;
  const [state, action, isPending] = useAction(confirmEmailAction);
  if (state?.ok) return <Confirmed email={state.value.email} />;
  if (!change) return <DeadLink href="/settings/account" words={words.toAccount} />;
  return (
    <>
      <PageHeading
        title={words.title}
        lead={<span className="wrap-anywhere">{words.lead(change.from, change.to)}</span>}
      />
      <ActionForm action={action} failure={state}>
        <input type="hidden" name="ticket" value={ticket} />
        <Button type="submit" variant="primary" size="large" isBusy={isPending}>
          {words.submit}
        </Button>
      </ActionForm>
    </>
  );
}

function Confirmed({ email }: { email: string }) {
  const words = useWords(authWords).confirm;
  return (
    <div role="status">
      <PageHeading
        title={words.changed}
        lead={<span className="wrap-anywhere">{words.changedLead(email)}</span>}
      />
      <ButtonLink href="/settings/account" size="large">
        {words.toAccount}
      </ButtonLink>
    </div>
  );
}
