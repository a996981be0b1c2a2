"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  startTransition,
  useEffect,
  useMemo,
  useRef,
} from "react";
import { useWords } from "@/components/language/use-words";
import { useLinkPreview } from "@/components/link-origin";
import type { FormFailure } from "@/lib/actions/form-failure";
import { countSegments } from "@/lib/sms/count-segments";
import { maxNumbersLength, maxRecipients, uniqueNumbers } from "@/lib/sms/split-numbers";
import { hasVariables } from "@/lib/templates/has-variables";
import { recipientWords } from "../recipient-words";
import { templatePickerWords } from "../template-picker-words";
import { sendWords } from "../words";
import { AdvancedFields } from "./advanced-fields";
import { DraftFields } from "./draft-fields";
import { SendBar } from "./send-bar";
import { SendFailure } from "./send-failure";
import { type Recipients, sumRecipients } from "./sum-recipients";
import type { PickableTemplate } from "./template-picker";
import { useBalance } from "./use-balance";
import { standingErrors, type useDraft } from "./use-draft";
import { usePasted } from "./use-pasted";
import { useVerdicts } from "./use-verdicts";

interface ComposeFormProps {
  writing: ReturnType<typeof useDraft>;
  /** What the last attempt was refused for, if it was. */
  failure: FormFailure | undefined;
  submit: (form: FormData) => void;
  isPending: boolean;
  who: { email: string; balance: number };
  templates: readonly PickableTemplate[];
}

/** The form itself, with what it costs and what was wrong with the last attempt. */
export function ComposeForm(props: ComposeFormProps) {
  const { writing, failure, submit, isPending, who, templates } = props;
  const { draft, edit } = writing;
  const { pasted, isSplitting } = usePasted(draft.to);
  const unique = useMemo(() => uniqueNumbers(pasted.numbers), [pasted]);
  const verdicts = useVerdicts(unique);
  const summed = useMemo(() => sumRecipients(pasted.numbers, verdicts), [pasted, verdicts]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);

  const toSent = useLinkPreview();
  const { segments } = countSegments(toSent(draft.body.normalize("NFC")));
  const whyTooMany = useWhyTooMany(draft.to, pasted.numbers.length);
  const whyBlocked = useWhyBlocked(draft.body, summed, isSplitting);
  const blocked = whyTooMany ?? whyBlocked;
  const recipients = Math.max(1, summed.reachable.length);
  const isCampaign = summed.count > 1;
  const balance = useBalance(who.balance, segments * recipients);
  const fields = standingErrors(failure, draft);

  // React would empty the fields after the answer; what was typed stays until it is sent.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    startTransition(() => submit(filled));
  };
  const sendByKey = (event: KeyboardEvent) => {
    const isSend = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    const isPaid = isCampaign || segments * recipients <= balance;
    if (isSend && isPaid && !isPending && blocked === null) form.current?.requestSubmit();
  };
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={send}
      onKeyDown={sendByKey}
      className="min-w-0 space-y-6"
    >
      {writing.isRestored && <RestoredNote onDiscard={writing.discard} />}
      {failure && <SendFailure failure={failure} email={who.email} />}
      <DraftFields
        {...{ draft, edit, fields, pasted, templates, whyTooMany }}
        recipients={summed}
      />
      <AdvancedFields
        {...{ draft, edit, fields, isCampaign }}
        idempotencyKey={writing.key}
        onKey={writing.takeKey}
        onNewKey={writing.renewKey}
      />
      <SendBar
        {...{ segments, recipients, balance, isPending, blocked, isCampaign }}
        isScheduled={draft.when !== null}
      />
    </form>
  );
}

/** Why a list can't be taken from this form; null when it can. */
function useWhyTooMany(text: string, count: number): string | null {
  const words = useWords(recipientWords);
  if (text.length > maxNumbersLength) return words.tooLong;
  return count > maxRecipients ? words.tooMany(maxRecipients, count) : null;
}

/** Why this text cannot be sent, or nothing to these numbers; one alone is judged when it is sent. */
function useWhyBlocked(
  body: string,
  { count, reachable, isChecked }: Recipients,
  isSplitting: boolean,
) {
  const words = useWords(recipientWords);
  const variables = useWords(templatePickerWords);
  if (isSplitting) return words.checking;
  if (hasVariables(body)) return count > 1 ? variables.asCampaign : variables.unfilled;
  return count > 1 && isChecked && reachable.length === 0 ? words.none : null;
}

function RestoredNote({ onDiscard }: { onDiscard: () => void }) {
  const { draft: words } = useWords(sendWords);
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-3 border-line border-l-4 border-l-info bg-panel py-1 pl-3"
    >
      {words.restored}
      <button type="button" className="link max-sm:min-h-11" onClick={onDiscard}>
        {words.discard}
      </button>
    </p>
  );
}
