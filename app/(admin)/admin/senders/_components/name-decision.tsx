"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/text-area-field";
import { useAction } from "@/components/use-action";
import type { SenderName } from "@/lib/sender-names/list-sender-names";
import { decideAction } from "../actions";
import { adminSenderWords } from "../words";

interface NameDecisionProps {
  accountId: string;
  name: string;
  status: SenderName["status"];
}

/** The buttons that approve a name or, with a reason, reject it; only what was not decided yet. */
export function NameDecision({ accountId, name, status }: NameDecisionProps) {
  const words = useWords(adminSenderWords);
  const [state, action, isPending] = useAction(decideAction);
  const [isRejecting, setIsRejecting] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {state?.ok === false && (
        <p role="alert" className="text-bad">
          {state.message}
        </p>
      )}
      {status !== "approved" && (
        <form action={action}>
          <Subject accountId={accountId} name={name} decision="approve" />
          <Button
            type="submit"
            variant={status === "requested" ? "primary" : "quiet"}
            isBusy={isPending}
            aria-label={words.approveName(name)}
            data-key="a"
          >
            {words.approve}
          </Button>
        </form>
      )}
      {status !== "rejected" && (
        <Button
          onClick={() => setIsRejecting(true)}
          aria-label={words.rejectName(name)}
          data-key="r"
        >
          {words.reject}
        </Button>
      )}
      <Dialog
        isOpen={isRejecting && status !== "rejected"}
        title={words.rejecting(name)}
        onClose={() => setIsRejecting(false)}
      >
        <RejectForm accountId={accountId} name={name} onCancel={() => setIsRejecting(false)} />
      </Dialog>
    </div>
  );
}

interface RejectFormProps {
  accountId: string;
  name: string;
  onCancel: () => void;
}

function RejectForm({ accountId, name, onCancel }: RejectFormProps) {
  const words = useWords(adminSenderWords);
  const [state, action, isPending] = useAction(decideAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure}>
      <Subject accountId={accountId} name={name} decision="reject" />
      <TextAreaField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        rows={3}
        maxLength={300}
        defaultValue={failure?.values["reason"]}
        error={failure?.fields?.["reason"]}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="submit" variant="danger" isBusy={isPending}>
          {words.reject}
        </Button>
      </div>
    </ActionForm>
  );
}

interface SubjectProps {
  accountId: string;
  name: string;
  decision: "approve" | "reject";
}

function Subject({ accountId, name, decision }: SubjectProps) {
  return (
    <>
      <input type="hidden" name="account_id" value={accountId} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="decision" value={decision} />
    </>
  );
}
