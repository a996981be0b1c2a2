"use client";

import { useState } from "react";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormFailure } from "@/lib/actions/form-failure";

const choices = [
  { value: "never", label: "Never" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In 1 year" },
  { value: "date", label: "On a date" },
] as const;

/** When a token ends by itself; the date is asked for when a date is chosen. */
export function ExpiryField({ failure }: { failure: FormFailure | null }) {
  const chosen = failure?.values["expiry"] ?? "never";
  const error = failure?.fields?.["expires_at"];
  // A sent form falls back to its defaults, and so does what was chosen in it.
  return (
    <Choice
      key={failure?.requestId ?? ""}
      {...{ chosen, error }}
      date={failure?.values["expiry_date"]}
    />
  );
}

interface ChoiceProps {
  chosen: string;
  date: string | undefined;
  error: readonly string[] | undefined;
}

function Choice({ chosen, date, error }: ChoiceProps) {
  const [expiry, setExpiry] = useState(chosen);
  const asksDate = expiry === "date";
  return (
    <div className="grid gap-3">
      <SelectField
        label="Expires"
        name="expiry"
        options={choices}
        defaultValue={chosen}
        onChange={(event) => setExpiry(event.target.value)}
        error={asksDate ? undefined : error}
      />
      {asksDate && (
        <TextField
          label="Last day"
          name="expiry_date"
          type="date"
          hint="It ends with this day, in UTC."
          defaultValue={date}
          error={error}
        />
      )}
    </div>
  );
}
