"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { Time } from "@/components/ui/time";
import { roleNames, roles } from "@/lib/core/permissions";
import type { PersonView } from "@/lib/people/contract";
import { peopleWords } from "../words";

interface PersonRowProps {
  person: PersonView;
  change: (form: FormData) => void;
  isChanging: boolean;
  onRemove: () => void;
}

/** One person: who, when last seen, and the role, which can be changed. */
export function PersonRow({ person, change, isChanging, onRemove }: PersonRowProps) {
  const words = useWords(peopleWords);
  const language = useLanguage();
  const { userId, email, name, role, lastSeenAt, hasTwoStep, isYou } = person;
  return (
    <li className="grid items-end gap-x-6 gap-y-2 border-line border-b py-3 md:grid-cols-[minmax(0,1fr)_14rem_18rem_6rem]">
      <div className="min-w-0 self-center">
        <p className="wrap-anywhere font-medium">
          {name ? <OutsideText text={name} /> : email}
          {isYou && <span className="ml-2 font-normal text-ok text-sm">{words.you}</span>}
        </p>
        {name && <p className="wrap-anywhere text-mute text-sm">{email}</p>}
      </div>
      <p className="self-center text-mute text-sm">
        {lastSeenAt ? (
          <>
            {words.lastSeen} <Time at={lastSeenAt} />
          </>
        ) : (
          words.away
        )}
        {hasTwoStep && <span className="block">{words.twoStep}</span>}
      </p>
      {/* A new key shows what is stored now: a form keeps the defaults it was made with. */}
      <form key={role} action={change} className="flex items-end gap-2">
        <input type="hidden" name="user_id" value={userId} />
        <SelectField
          label={words.role}
          aria-label={words.roleOf(email)}
          name="role"
          options={roles.map((each) => ({ value: each, label: roleNames[each][language] }))}
          defaultValue={role}
          className="grow"
        />
        <Button type="submit" isBusy={isChanging}>
          {words.save}
        </Button>
      </form>
      {!isYou && (
        <div className="md:justify-self-end">
          <Button variant="danger" aria-label={words.removeOf(email)} onClick={onRemove}>
            {words.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
