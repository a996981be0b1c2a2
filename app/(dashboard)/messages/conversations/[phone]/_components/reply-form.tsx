"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { newKey } from "../../../../send/_components/new-key";
import { replyAction } from "../../actions";
import { conversationWords } from "../../words";

interface ReplyFormProps {
  phone: string;
  /** The sender that the phone knows. */
  from: string;
}

/** Answers the phone from the sender it wrote to. A reply whose response was lost is sent once all the same. */
export function ReplyForm({ phone, from }: ReplyFormProps) {
  const words = useWords(conversationWords);
  const [state, action, isPending] = useAction(replyAction);
  const failure = state?.ok === false ? state : null;
  const { values, fields } = failure ?? {};
  const key = useReplyKey(state?.ok ? state.value.messageId : null);
  return (
    <section aria-label={words.reply} className="mt-6 max-w-xl border-line border-t pt-4">
      <ActionForm action={action} failure={failure}>
        {state?.ok && <Notice tone="ok" role="status" title={words.done} />}
        {fields?.["to"] && <Notice tone="bad" role="alert" title={fields["to"].join(" ")} />}
        <input type="hidden" name="to" value={phone} />
        <input type="hidden" name="idempotency_key" value={key} />
        <TextField
          label={words.from}
          name="from"
          maxLength={16}
          defaultValue={values?.["from"] ?? from}
          error={fields?.["from"]}
          className="w-56 max-sm:w-full"
        />
        <TextAreaField
          label={words.text}
          name="body"
          rows={3}
          hint={words.cost}
          defaultValue={values?.["body"]}
          error={fields?.["body"]}
        />
        <div>
          <Button type="submit" variant="primary" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}

/** The key of the next reply: a new one once a reply was accepted. */
function useReplyKey(accepted: string | null): string {
  const [kept, keep] = useState(() => ({ accepted, key: newKey() }));
  if (kept.accepted === accepted) return kept.key;
  const next = { accepted, key: newKey() };
  keep(next);
  return next.key;
}
