"use client";

import { useId, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { controlClass, Field, fieldAria } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { absoluteTime } from "@/components/ui/time-words";
import { endpointWords } from "../words";

const spanHours = ["1", "24", "168", "720"] as const;

interface SinceFieldProps {
  /** Moments worth offering, if there are any. */
  offSince: string | undefined;
  failingSince: string | null;
  error: readonly string[] | undefined;
}

/** Since when: a span, a moment this endpoint is known for, or a time on the reader's clock. */
export function SinceField({ offSince, failingSince, error }: SinceFieldProps) {
  const words = useWords(endpointWords).replay;
  const spans = spanHours.map((value) => ({ value, label: words.spans[value] }));
  const moments = [
    ...(offSince ? [{ value: offSince, label: words.sinceOff }] : []),
    ...(failingSince ? [{ value: failingSince, label: words.sinceFailing }] : []),
  ];
  const [since, setSince] = useState(moments[0]?.value ?? "24");
  return (
    <>
      <SelectField
        label={words.eventsOf}
        name="since"
        options={[...moments, ...spans, { value: "time", label: words.sinceTime }]}
        value={since}
        onChange={(event) => setSince(event.target.value)}
      />
      {since === "time" && <TimeField error={error} />}
    </>
  );
}

function TimeField({ error }: Pick<SinceFieldProps, "error">) {
  const words = useWords(endpointWords).replay;
  const id = useId();
  const [wall, setWall] = useState("");
  // What the field holds is a time on this clock; what is sent names its zone.
  const at = new Date(wall);
  const iso = Number.isNaN(at.getTime()) ? "" : at.toISOString();
  const hint = iso ? absoluteTime(iso) : words.timeHint;
  return (
    <Field id={id} label={words.time} hint={hint} error={error}>
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
