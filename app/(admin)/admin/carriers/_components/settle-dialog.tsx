import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Decision } from "@/lib/administration/contract";
import { unknownWords } from "../unknown-words";

interface SettleDialogProps {
  decision: Decision;
  messageIds: readonly string[];
  isOpen: boolean;
  action: (form: FormData) => void;
  isPending: boolean;
  /** Why the last attempt did not work. */
  refusal: string | undefined;
  onClose: () => void;
}

/** Asks before messages are sent again or refunded, with how many and what it means. */
export function SettleDialog({
  decision,
  messageIds,
  isOpen,
  action,
  isPending,
  refusal,
  onClose,
}: SettleDialogProps) {
  const words = useWords(unknownWords);
  const { submit, meaning } = words.choices[decision];
  return (
    <Dialog isOpen={isOpen} title={words.asking[decision](messageIds.length)} onClose={onClose}>
      <p className="max-w-[68ch]">{meaning}</p>
      {refusal && (
        <p role="alert" className="mt-2 text-bad">
          {refusal}
        </p>
      )}
      <form action={action} className="mt-5 flex flex-wrap justify-end gap-2">
        <input type="hidden" name="decision" value={decision} />
        {messageIds.map((id) => (
          <input key={id} type="hidden" name="message_id" value={id} />
        ))}
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          type="submit"
          variant={decision === "refund" ? "danger" : "primary"}
          isBusy={isPending}
        >
          {submit}
        </Button>
      </form>
    </Dialog>
  );
}
