"use client";

import { useWords } from "@/components/language/use-words";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FieldErrors } from "@/lib/core/errors";
import { sendWords } from "../words";
import type { Draft } from "./draft";

interface AdvancedFieldsProps {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
  idempotencyKey: string;
  onKey: (key: string) => void;
  onNewKey: () => void;
  fields: FieldErrors;
  isCampaign: boolean;
}

/** What most messages do without: the key that makes sending safe to repeat, a reference, the validity, a private text. */
export function AdvancedFields(props: AdvancedFieldsProps) {
  const { draft, edit, idempotencyKey, onKey, onNewKey, fields, isCampaign } = props;
  const { advanced: words } = useWords(sendWords);
  const isWrong = ["idempotency_key", "client_ref", "validity"].some((name) => fields[name]);
  return (
    <details open={isWrong || undefined} className="group">
      <summary className="w-fit cursor-pointer font-medium max-sm:py-2.5">{words.title}</summary>
      <div className="mt-3 grid grid-cols-1 gap-5 sm:grid-cols-2">
        <TextField
          label={words.key}
          name="idempotency_key"
          value={idempotencyKey}
          onChange={(event) => onKey(event.target.value)}
          error={fields["idempotency_key"]}
          hint={words.keyHint}
          autoComplete="off"
          spellCheck={false}
          isMono
          className="sm:col-span-2"
          aside={
            <button type="button" onClick={onNewKey} className="link text-sm max-sm:min-h-11">
              {words.newKey}
            </button>
          }
        />
        <TextField
          label={words.reference}
          name="client_ref"
          value={draft.clientRef}
          onChange={(event) => edit({ clientRef: event.target.value })}
          error={fields["client_ref"]}
          hint={words.referenceHint}
          autoComplete="off"
        />
        <SelectField
          label={words.validity}
          name="validity"
          value={isCampaign ? "" : draft.validity}
          disabled={isCampaign}
          onChange={(event) => edit({ validity: event.target.value })}
          error={fields["validity"]}
          hint={isCampaign ? words.validityOfMany : words.validityHint}
          // The keys are numbers, which a record would put in front of the empty one.
          options={Object.entries(words.validities)
            .sort(([a], [b]) => lifeSeconds(a) - lifeSeconds(b))
            .map(([value, label]) => ({ value, label }))}
        />
        <div className="sm:col-span-2">
          <Checkbox
            name="is_private"
            label={words.isPrivate}
            hint={isCampaign ? words.privateOfMany : words.privateHint}
            checked={draft.isPrivate}
            onChange={(event) => edit({ isPrivate: event.target.checked })}
          />
        </div>
      </div>
    </details>
  );
}

function lifeSeconds(value: string): number {
  return value === "" ? Number.POSITIVE_INFINITY : Number(value);
}
