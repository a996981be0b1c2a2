import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import type { MessageView } from "@/lib/messages/contract";
import { logWords } from "../words";
import type { Cancelling } from "./use-cancel";

interface CancelButtonProps extends Pick<Cancelling, "cancel" | "isPending"> {
  message: MessageView;
  /** One word, for rows. */
  isCompact?: boolean;
}

/** Stops a message that has not left, and says beforehand what comes back. */
export function CancelButton({ message, cancel, isPending, isCompact = false }: CancelButtonProps) {
  const words = useWords(logWords);
  const label = words.cancelFull(message.credits);
  return (
    <form action={cancel}>
      <input type="hidden" name="message_id" value={message.message_id} />
      {isCompact ? (
        <button type="submit" disabled={isPending} title={label} className="link max-sm:min-h-11">
          {words.cancel}
          <span className="sr-only">{words.cancelTo(message.to)}</span>
        </button>
      ) : (
        <Button type="submit" variant="danger" isBusy={isPending}>
          {label}
        </Button>
      )}
    </form>
  );
}
