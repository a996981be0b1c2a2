"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import type { PasskeyView } from "@/lib/passkeys/contract";
import { accountWords } from "../../words";
import { removePasskeyAction } from "../actions";
import { passkeyWords } from "../words";
import { RemoveDialog } from "./remove-dialog";

interface PasskeyListProps {
  passkeys: PasskeyView[];
  email: string;
}

/** The passkeys: what each is called, when it was last used, and how to remove it. */
export function PasskeyList({ passkeys, email }: PasskeyListProps) {
  const words = useWords(passkeyWords);
  const { mailSaysSo, mailUnsent } = useWords(accountWords);
  const [state, remove, isPending] = useAction(removePasskeyAction);
  const [askedId, setAskedId] = useState<string | null>(null);
  // What was removed is in the list no more; with it the question goes.
  const inQuestion = passkeys.find(({ passkeyId }) => passkeyId === askedId) ?? null;
  if (passkeys.length === 0 && !state?.ok) return null;
  return (
    <section>
      <SectionHeading title={words.list} />
      <RemoveDialog
        passkey={inQuestion}
        email={email}
        remove={remove}
        failure={state?.ok === false ? state : null}
        isPending={isPending}
        onClose={() => setAskedId(null)}
      />
      {state?.ok && (
        <Notice
          key={state.value.at}
          tone="ok"
          role="status"
          title={words.removed(isolatedText(state.value.name))}
        >
          {state.value.isMailSent ? mailSaysSo : mailUnsent}
        </Notice>
      )}
      <ul className={state?.ok ? "mt-4" : undefined}>
        {passkeys.map((passkey) => (
          <PasskeyRow
            key={passkey.passkeyId}
            passkey={passkey}
            onRemove={() => setAskedId(passkey.passkeyId)}
          />
        ))}
      </ul>
    </section>
  );
}

interface PasskeyRowProps {
  passkey: PasskeyView;
  onRemove: () => void;
}

function PasskeyRow({ passkey, onRemove }: PasskeyRowProps) {
  const words = useWords(passkeyWords);
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-line border-b py-3 first:pt-0 md:grid-cols-[minmax(0,1fr)_18rem_6rem]">
      <p className="wrap-anywhere font-medium max-md:col-span-2">
        <OutsideText text={name} />
      </p>
      <p className="text-mute text-sm">
        {lastUsedAt ? (
          <>
            {words.lastUsed} <Time at={lastUsedAt} />
          </>
        ) : (
          words.unused
        )}
        <br />
        {words.added} <Time at={createdAt} />
      </p>
      <div className="justify-self-end">
        <Button variant="danger" aria-label={words.removeOf(isolatedText(name))} onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}
