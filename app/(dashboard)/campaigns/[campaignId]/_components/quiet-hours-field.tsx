"use client";

import { useWords } from "@/components/language/use-words";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import type { CampaignView } from "@/lib/campaigns/contract";
import { startWords } from "../start-words";

type QuietHours = CampaignView["quiet_hours"];

interface QuietHoursFieldProps {
  value: QuietHours;
  onChange: (value: QuietHours) => void;
  error: readonly string[] | undefined;
}

const usual = { from: "21:00", until: "08:00" };

/** Between which hours nobody is written to. */
export function QuietHoursField({ value, onChange, error }: QuietHoursFieldProps) {
  const words = useWords(startWords);
  const change = (part: Partial<typeof usual>) => {
    const next = { ...(value ?? usual), ...part };
    // A time that is half typed is empty.
    if (next.from !== "" && next.until !== "") onChange(next);
  };
  return (
    <div className="space-y-3">
      <Checkbox
        label={words.quiet}
        name="quiet"
        hint={words.quietHint}
        checked={value !== null}
        onChange={({ target }) => onChange(target.checked ? usual : null)}
      />
      {value && (
        <div className="flex flex-wrap gap-4 pl-6.5">
          <TextField
            label={words.from}
            name="quiet_from"
            type="time"
            value={value.from}
            onChange={({ target }) => change({ from: target.value })}
            error={error}
            className="w-32"
          />
          <TextField
            label={words.until}
            name="quiet_until"
            type="time"
            value={value.until}
            onChange={({ target }) => change({ until: target.value })}
            className="w-32"
          />
        </div>
      )}
    </div>
  );
}
