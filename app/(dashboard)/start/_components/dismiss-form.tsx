"use client";

import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { dismissAction } from "../actions";
import { startWords } from "../words";

/** Takes the guide out of the navigation, or puts it back. */
export function DismissForm({ isDismissed }: { isDismissed: boolean }) {
  const words = useWords(startWords);
  const [, action, isPending] = useAction(dismissAction);
  return (
    <form action={action}>
      <input type="hidden" name="dismissed" value={String(!isDismissed)} />
      <Button
        type="submit"
        isBusy={isPending}
        className="border-transparent bg-transparent text-mute"
      >
        {isDismissed ? words.bring : words.dismiss}
      </Button>
    </form>
  );
}
