"use client";

import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import { retryQueueAction } from "../carriers/actions";
import { carriersWords } from "../carriers/words";

/** Tries the queue of a carrier now; for null, the messages without a route. */
export function RetryQueue({ carrier }: { carrier: string | null }) {
  const words = useWords(carriersWords).retry;
  const [state, action, isPending] = useAction(retryQueueAction);
  return (
    <form action={action}>
      {carrier !== null && <input type="hidden" name="carrier" value={carrier} />}
      <Button
        type="submit"
        isBusy={isPending}
        aria-label={carrier === null ? undefined : words.one(isolatedText(carrier))}
      >
        {words.now}
      </Button>
      <p role="status" className="max-w-[16rem] text-mute text-sm">
        {state?.ok && words.done(state.value.messages)}
        {state?.ok === false && state.message}
      </p>
    </form>
  );
}
