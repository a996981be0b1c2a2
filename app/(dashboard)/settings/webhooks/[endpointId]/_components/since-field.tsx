"use client";

import { useId, useState } from "react";
import { controlClass, Field, fieldAria } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { absoluteTime } from "@/components/ui/time-words";

const spans = [
  { value: "1", label: "The last hour" },
  { value: "24", label: "The last 24 hours" },
  { value: "168", label: "The last 7 days" },
  { value: "720", label: "The last 30 days" },
];

interface SinceFieldProps {
  /** Moments worth offering, if there are any. */
  offSince: string | undefined;
  failingSince: string | null;
  error: readonly string[] | undefined;
}

/** Since when: a span, a moment this endpoint is known for, or a time on the reader's clock. */
export function SinceField({ offSince, failingSince, error }: SinceFieldProps) {
  const moments = [
    ...(offSince ? [{ value: offSince, label: "Since it was switched off" }] : []),
    ...(failingSince ? [{ value: failingSince, label: "Since it began to fail" }] : []),
  ];
  const [since, setSince] = useState(moments[0]?.value ?? "24");
  return (
    <>
      <SelectField
        label="Events of"
        name="since"
        options={[...moments, ...spans, { value: "time", label: "Since a time" }]}
        value={since}
        onChange={(event) => setSince(event.target.value)}
      />
      {since === "time" && <TimeField error={error} />}
    </>
  );
}

function TimeField({ error }: Pick<SinceFieldProps, "error">) {
  const id = useId();
  const [wall, setWall] = useState("");
  // What the field holds is a time on this clock; what is sent names its zone.
  const at = new Date(wall);
  const iso = Number.isNaN(at.getTime()) ? "" : at.toISOString();
  const hint = iso ? absoluteTime(iso) : "On your clock.";
  return (
    <Field id={id} label="Day and time" hint={hint} error={error}>
      <input type="hidden" name="since_time" value={iso} />
      <input
        id={id}
        type="datetime-local"
        value={wall}
        onChange={(event) => setWall(event.target.value)}
        className={`${controlClass} h-8 max-w-64 max-sm:h-11`}
        {...fieldAria(id, { hint, error })}
      />
    </Field>
  );
}
