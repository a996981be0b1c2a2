"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import type { PersonView } from "@/lib/people/contract";
import { changeRoleAction, removeAction } from "../actions";
import { peopleWords } from "../words";
import { PersonRow } from "./person-row";
import { RemoveDialog } from "./remove-dialog";

/** The people of the account: change what they may do, or remove them. */
export function PeopleList({ people }: { people: PersonView[] }) {
  const words = useWords(peopleWords);
  const [changed, change, isChanging] = useAction(changeRoleAction);
  const [removed, remove, isRemoving] = useAction(removeAction);
  const [asked, setAsked] = useState<PersonView | null>(null);
  // Whoever was removed is in the list no more; with them the question goes.
  const inQuestion = people.find(({ userId }) => userId === asked?.userId) ?? null;
  return (
    <section>
      <RemoveDialog
        person={inQuestion}
        remove={remove}
        isPending={isRemoving}
        refusal={removed?.ok === false ? removed.message : undefined}
        onClose={() => setAsked(null)}
      />
      <SectionHeading title={words.list} />
      {changed?.ok && (
        <Notice key={changed.value.at} tone="ok" role="status" title={words.changed} />
      )}
      {changed?.ok === false && <Notice tone="bad" role="alert" title={changed.message} />}
      {removed?.ok && (
        <Notice tone="ok" role="status" title={words.removed(isolatedText(removed.value.email))} />
      )}
      <ul>
        {people.map((person) => (
          <PersonRow
            key={person.userId}
            person={person}
            change={change}
            isChanging={isChanging}
            onRemove={() => setAsked(person)}
          />
        ))}
      </ul>
    </section>
  );
}
