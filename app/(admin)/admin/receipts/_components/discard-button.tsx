"use client";

import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import { discardAction } from "../actions";
import { receiptsWords } from "../words";

/** Deletes one receipt that matches no message. */
export function DiscardButton({ id, name }: { id: string; name: string }) {
  const words = useWords(receiptsWords);
  const [state, action, isPending] = useAction(discardAction);
  return (
    <form action={action}>
      <input type="hidden" name="receipt_id" value={id} />
      <Button
        type="submit"
        isBusy={isPending}
        aria-label={`${words.discard}: ${isolatedText(name)}`}
      >
        {words.discard}
      </Button>
      {state?.ok === false && (
        <p role="alert" className="text-bad text-sm">
          {state.message}
        </p>
      )}
    </form>
  );
}
