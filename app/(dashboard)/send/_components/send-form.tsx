"use client";

import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import { MessageBubble } from "@/components/message-bubble";
import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { sendFromPanel } from "../actions";
import { DraftFields } from "./draft-fields";
import { SendFailure } from "./send-failure";
import { SendOutcome } from "./send-outcome";
import { standingErrors, useDraft } from "./use-draft";

interface SendFormProps {
  email: string;
  /** The idempotency key of the first message, made with the page. */
  firstKey: string;
}

/** Compose on the left, the message as it will lie on the phone on the right. */
export function SendForm({ email, firstKey }: SendFormProps) {
  const [state, submit, isPending] = useActionState(sendFromPanel, null);
  const failure = state?.ok === false ? state : undefined;
  const { draft, key, edit, startAnother } = useDraft(firstKey, failure?.values ?? {});
  const [dismissed, setDismissed] = useState<typeof state>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);

  const isSent = state?.ok === true && state !== dismissed;
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-10 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      {isSent ? (
        <SendOutcome
          {...state.value}
          request={draft}
          onAnother={() => {
            setDismissed(state);
            startAnother();
          }}
        />
      ) : (
        <form
          ref={form}
          action={submit}
          // React would empty the fields after the answer; what was typed stays until it is sent.
          onSubmit={(event) => {
            event.preventDefault();
            const filled = new FormData(event.currentTarget);
            startTransition(() => submit(filled));
          }}
          onKeyDown={(event) => {
            const isSend = event.key === "Enter" && (event.ctrlKey || event.metaKey);
            if (isSend && !isPending) form.current?.requestSubmit();
          }}
          className="space-y-6"
        >
          <input type="hidden" name="idempotency_key" value={key} />
          {failure && <SendFailure failure={failure} email={email} />}
          <DraftFields
            draft={draft}
            edit={edit}
            fields={standingErrors(failure, draft)}
            isPending={isPending}
          />
        </form>
      )}
      <Preview from={draft.from} body={draft.body} />
    </div>
  );
}

function Preview({ from, body }: { from: string; body: string }) {
  const text = body.normalize("NFC");
  return (
    <aside aria-label="Preview" className="min-w-0 border-line md:border-l md:pl-8">
      <h2 className="mb-4 font-medium text-mute">On the phone</h2>
      {text === "" ? (
        <p className="text-mute">The message appears here as you type.</p>
      ) : (
        <MessageBubble
          from={from || "Sender"}
          text={text}
          cuts={countSegments(text).cuts}
          marks={findNonGsmCharacters(text)}
        />
      )}
    </aside>
  );
}
