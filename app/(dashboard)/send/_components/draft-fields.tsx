"use client";

import { BodyField } from "@/components/body-field";
import { countWords } from "@/components/status-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { FieldErrors } from "@/lib/core/errors";
import { countSegments } from "@/lib/sms/count-segments";
import { ScheduleField } from "./schedule-field";
import type { Draft } from "./use-draft";

interface DraftFieldsProps {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
  fields: FieldErrors;
  isPending: boolean;
}

/** The fields of one message and the button that sends it. */
export function DraftFields({ draft, edit, fields, isPending }: DraftFieldsProps) {
  const credits = countSegments(draft.body.normalize("NFC")).segments;
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          label="From"
          name="from"
          value={draft.from}
          onChange={(event) => edit({ from: event.target.value })}
          error={fields["from"]}
          hint="A name of up to 11 letters and digits, or a number."
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          label="To"
          name="to"
          type="tel"
          value={draft.to}
          onChange={(event) => edit({ to: event.target.value })}
          error={fields["to"]}
          hint="With the country code, such as 48732129000."
          autoComplete="off"
          isMono
        />
      </div>
      <BodyField
        label="Text"
        value={draft.body}
        onChange={(body) => edit({ body })}
        error={fields["body"]}
        rows={5}
      />
      <ScheduleField
        value={draft.when}
        onChange={(when) => edit({ when })}
        error={fields["scheduled_at"]}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-paper pt-5 max-sm:sticky max-sm:bottom-14 max-sm:-mx-4 max-sm:px-4 max-sm:py-3">
        <Button type="submit" variant="primary" size="large" isBusy={isPending}>
          {draft.when === null ? "Send" : "Schedule"}
        </Button>
        <span className="text-mute">
          Costs {countWords(credits, "credit")}
          <span className="max-sm:hidden">. Ctrl or ⌘ with Enter sends, too.</span>
        </span>
      </div>
    </>
  );
}
