"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/text-area-field";
import { useAction } from "@/components/use-action";
import { liftAction, suspendAction } from "../actions";
import { accountFormWords } from "../form-words";

interface SwitchProps {
  accountId: string;
  isSuspended: boolean;
}

/** Stops an account, or lets it go on, after asking. */
export function SuspensionSwitch({ accountId, isSuspended }: SwitchProps) {
  const words = useWords(accountFormWords);
  const { open, title } = isSuspended ? words.lift : words.suspend;
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const Form = isSuspended ? LiftForm : SuspendForm;
  return (
    <>
      <Button variant={isSuspended ? "primary" : "danger"} onClick={() => setIsAsking(true)}>
        {open}
      </Button>
      <Dialog isOpen={isAsking} title={title} onClose={close}>
        <Form accountId={accountId} onCancel={close} />
      </Dialog>
    </>
  );
}

interface FormProps {
  accountId: string;
  onCancel: () => void;
}

function SuspendForm({ accountId, onCancel }: FormProps) {
  const { cancel, suspend: words } = useWords(accountFormWords);
  const [state, action, isPending] = useAction(suspendAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <p className="max-w-[68ch]">{words.effect}</p>
      <input type="hidden" name="account_id" value={accountId} />
      <TextAreaField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        rows={3}
        maxLength={500}
        defaultValue={failure?.values["reason"]}
        error={failure?.fields?.["reason"]}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{cancel}</Button>
        <Button type="submit" variant="danger" isBusy={isPending}>
          {words.submit}
        </Button>
      </div>
    </ActionForm>
  );
}

function LiftForm({ accountId, onCancel }: FormProps) {
  const { cancel, lift: words } = useWords(accountFormWords);
  const [state, action, isPending] = useAction(liftAction);
  return (
    <ActionForm action={action} failure={state?.ok === false ? state : null}>
      <p className="max-w-[68ch]">{words.effect}</p>
      <input type="hidden" name="account_id" value={accountId} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{cancel}</Button>
        <Button type="submit" variant="primary" isBusy={isPending}>
          {words.submit}
        </Button>
      </div>
    </ActionForm>
  );
}
