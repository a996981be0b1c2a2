"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { isolatedText } from "@/components/visible-text";
import type { PersonView } from "@/lib/people/contract";
import { peopleWords } from "../words";

interface RemoveDialogProps {
  /** The person in question; none, and the dialog is closed. */
  person: PersonView | null;
  remove: (form: FormData) => void;
  isPending: boolean;
  /** Why the last try did not work. */
  refusal: string | undefined;
  onClose: () => void;
}

/** Asks before somebody is removed, and says what goes on without them. */
export function RemoveDialog({ person, remove, isPending, refusal, onClose }: RemoveDialogProps) {
  const words = useWords(peopleWords).removing;
  return (
    <Dialog
      isOpen={person !== null}
      title={words.title(isolatedText(person?.email ?? ""))}
      onClose={onClose}
    >
      <p className="max-w-[68ch]">{words.effect}</p>
      <p className="mt-2 max-w-[68ch] text-mute">
        {words.tokens}{" "}
        <Link href="/settings/api" className="link">
          {words.toTokens}
        </Link>
      </p>
      {refusal && (
        <p role="alert" className="mt-2 text-bad">
          {refusal}
        </p>
      )}
      <form action={remove} className="mt-5 flex flex-wrap justify-end gap-2">
        <input type="hidden" name="user_id" value={person?.userId ?? ""} />
        <Button onClick={onClose}>{words.keep}</Button>
        <Button type="submit" variant="danger" isBusy={isPending}>
          {words.submit}
        </Button>
      </form>
    </Dialog>
  );
}
