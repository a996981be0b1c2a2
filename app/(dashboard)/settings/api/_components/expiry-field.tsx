"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import { tokenWords } from "../words";

const choices = ["never", "30", "90", "365", "date"] as const;

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
  const words = useWords(tokenWords).form;
  const [expiry, setExpiry] = useState(chosen);
  const asksDate = expiry === "date";
  return (
    <div className="grid gap-3">
      <SelectField
        label={words.expires}
        name="expiry"
        options={choices.map((value) => ({ value, label: words.expiries[value] }))}
        defaultValue={chosen}
        onChange={(event) => setExpiry(event.target.value)}
        error={asksDate ? undefined : error}
      />
      {asksDate && (
        <TextField
          label={words.lastDay}
          name="expiry_date"
          type="date"
          hint={words.lastDayHint}
          defaultValue={date}
          error={error}
        />
      )}
    </div>
  );
}
