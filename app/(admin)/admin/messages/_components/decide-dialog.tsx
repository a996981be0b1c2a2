import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { DecisionWords } from "../decision-words";

interface DecideDialogProps<Decision extends string> {
  words: DecisionWords<Decision>;
  decision: Decision;
  isDangerous: boolean;
  messageIds: readonly string[];
  isOpen: boolean;
  action: (form: FormData) => void;
  isPending: boolean;
  /** Why the last attempt did not work. */
  refusal: string | undefined;
  onClose: () => void;
}

/** Asks before something is done about messages, with how many and what it means. */
export function DecideDialog<Decision extends string>({
  words,
  decision,
  isDangerous,
  messageIds,
  isOpen,
  action,
  isPending,
  refusal,
  onClose,
}: DecideDialogProps<Decision>) {
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
        <Button type="submit" variant={isDangerous ? "danger" : "primary"} isBusy={isPending}>
          {submit}
        </Button>
      </form>
    </Dialog>
  );
}
