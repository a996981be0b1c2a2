"use client";

import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { DeadLink } from "../../_components/dead-link";
import { confirmEmailAction } from "../actions";

interface ConfirmEmailFormProps {
  ticket: string;
  /** Null when the link is dead, which it also is right after it was used. */
  change: { from: string; to: string } | null;
}

/** One button, and what it came to. */
export function ConfirmEmailForm({ ticket, change }: ConfirmEmailFormProps) {
  const [state, action, isPending] = useActionState(confirmEmailAction, null);
  if (state?.ok) return <Confirmed email={state.value.email} />;
  if (!change) return <DeadLink href="/settings/account" words="Open the account" />;
  return (
    <>
      <PageHeading
        title="Confirm your e-mail"
        lead={
          <span className="wrap-anywhere">
            The account of {change.from} is signed in to with {change.to} from then on.
          </span>
        }
      />
      <ActionForm action={action} failure={state}>
        <input type="hidden" name="ticket" value={ticket} />
        <Button type="submit" variant="primary" size="large" isBusy={isPending}>
          Use this e-mail
        </Button>
      </ActionForm>
    </>
  );
}

function Confirmed({ email }: { email: string }) {
  return (
    <div role="status">
      <PageHeading
        title="Your e-mail is changed"
        lead={<span className="wrap-anywhere">Sign in with {email} from now on.</span>}
      />
      <ButtonLink href="/settings/account" size="large">
        Open the account
      </ButtonLink>
    </div>
  );
}
