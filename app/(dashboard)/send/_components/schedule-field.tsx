"use client";

import { useId, useSyncExternalStore } from "react";
import { controlClass, Field, fieldAria } from "@/components/ui/field";
import { resolveSchedule, wallTime } from "./schedule-words";

interface ScheduleFieldProps {
  /** What the date-and-time field holds; null is "now". */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: readonly string[] | undefined;
}

const choiceClass = "flex cursor-pointer items-center gap-2 max-sm:min-h-11";

/** Now, or at a time on the reader's clock, with that time said in words and in UTC. */
export function ScheduleField({ value, onChange, error }: ScheduleFieldProps) {
  const isReady = useIsReady();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">When</legend>
      <div className="flex flex-wrap gap-x-6">
        <label className={choiceClass}>
          <input
            type="radio"
            className="size-4 accent-petrol"
            checked={value === null}
            onChange={() => onChange(null)}
          />
          Now
        </label>
        <label className={choiceClass}>
          <input
            type="radio"
            className="size-4 accent-petrol"
            // Without a script the time could not be given its zone, and would be sent as "now".
            disabled={!isReady}
            checked={value !== null}
            onChange={() => onChange(wallTime(new Date(Date.now() + 3_600_000)))}
          />
          At a time
        </label>
      </div>
      {value !== null && <TimeField value={value} onChange={onChange} error={error} />}
    </fieldset>
  );
}

function TimeField({ value, onChange, error }: ScheduleFieldProps & { value: string }) {
  const id = useId();
  const resolved = resolveSchedule(value, Date.now());
  const hint = resolved ? resolved.words : "Choose a day and a time.";
  return (
    <Field id={id} label="Day and time" hint={hint} error={error} className="mt-3">
      <input type="hidden" name="scheduled_at" value={resolved?.iso ?? value} />
      <input
        id={id}
        type="datetime-local"
        required
        value={value}
        min={wallTime(new Date())}
        onChange={(event) => onChange(event.target.value)}
        className={`${controlClass} h-8 max-w-64 max-sm:h-11`}
        {...fieldAria(id, { hint, error })}
      />
      {resolved?.warning && (
        <p role="status" className="text-sm text-warn">
          {resolved.warning}
        </p>
      )}
    </Field>
  );
}

function useIsReady(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
