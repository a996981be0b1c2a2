"use client";

import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { viewAction } from "../actions";
import { accountFormWords } from "../form-words";

/** Opens the account's dashboard as its people see it. */
export function ViewButton({ accountId }: { accountId: string }) {
  const words = useWords(accountFormWords);
  const [state, action, isPending] = useAction(viewAction);
  return (
    <form action={action} className="flex flex-wrap items-center gap-2">
      {state?.ok === false && (
        <p role="alert" className="text-bad">
          {state.message}
        </p>
      )}
      <input type="hidden" name="account_id" value={accountId} />
      <Button type="submit" isBusy={isPending} title={words.viewHint}>
        {words.view}
      </Button>
    </form>
  );
}
