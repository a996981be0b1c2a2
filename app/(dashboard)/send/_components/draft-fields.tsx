"use client";

import { useWords } from "@/components/language/use-words";
import { TextField } from "@/components/ui/text-field";
import type { FieldErrors } from "@/lib/core/errors";
import type { splitNumbers } from "@/lib/sms/split-numbers";
import { sendWords } from "../words";
import type { Draft } from "./draft";
import { RecipientsField } from "./recipients-field";
import { ScheduleField } from "./schedule-field";
import type { Recipients } from "./sum-recipients";
import { type PickableTemplate, TemplatePicker } from "./template-picker";
import { TextWithLinks } from "./text-with-links";
import { VariableValues } from "./variable-values";

interface DraftFieldsProps {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
  fields: FieldErrors;
  pasted: ReturnType<typeof splitNumbers>;
  recipients: Recipients;
  templates: readonly PickableTemplate[];
  whyTooMany: string | null;
}

/** The fields that every message has: from, to, text, when. */
export function DraftFields(props: DraftFieldsProps) {
  const { draft, edit, fields, pasted, recipients, templates, whyTooMany } = props;
  const words = useWords(sendWords);
  return (
    <>
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <TextField
          label={words.from}
          name="from"
          value={draft.from}
          onChange={(event) => edit({ from: event.target.value })}
          error={fields["from"]}
          hint={words.fromHint}
          autoComplete="off"
          spellCheck={false}
        />
        <RecipientsField
          value={draft.to}
          onChange={(to) => edit({ to })}
          error={fields["to"]}
          pasted={pasted}
          recipients={recipients}
          whyTooMany={whyTooMany}
        />
      </div>
      {templates.length > 0 && (
        <TemplatePicker templates={templates} onText={(body) => edit({ body })} />
      )}
      <TextWithLinks
        value={draft.body}
        onChange={(body) => edit({ body })}
        error={fields["body"] ?? fields["short_links"]}
      />
      <VariableValues
        body={draft.body}
        count={recipients.count}
        onText={(body) => edit({ body })}
      />
      <ScheduleField
        value={draft.when}
        onChange={(when) => edit({ when })}
        error={fields["scheduled_at"]}
      />
    </>
  );
}
