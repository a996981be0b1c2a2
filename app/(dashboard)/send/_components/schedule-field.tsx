"use client";

import { useId, useSyncExternalStore } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { controlClass, Field, fieldAria } from "@/components/ui/field";
import { useTimeZone } from "@/components/ui/time-zone";
import { scheduleFieldWords } from "../schedule-field-words";
import { ClockChange } from "./clock-change";
import { distanceWords, instantWords, resolveSchedule, type When } from "./schedule-words";
import { wallTimeIn } from "./wall-time";
import { ZoneField } from "./zone-field";

interface ScheduleFieldProps {
  /** What was chosen; null is "now". */
  value: When | null;
  onChange: (value: When | null) => void;
  error?: readonly string[] | undefined;
}

const choiceClass = "flex cursor-pointer items-center gap-2 max-sm:min-h-11";

/** Now, or at a time on the clocks of a zone, said in words, on the reader's clock and in UTC. */
export function ScheduleField({ value, onChange, error }: ScheduleFieldProps) {
  const words = useWords(scheduleFieldWords);
  const own = useTimeZone();
  const isReady = useIsReady();
  const zone = () => own ?? readersZone();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium">{words.when}</legend>
      <div className="flex flex-wrap gap-x-6">
        <label className={choiceClass}>
          <input
            type="radio"
            className="size-4 accent-petrol"
            checked={value === null}
            onChange={() => onChange(null)}
          />
          {words.now}
        </label>
        <label className={choiceClass}>
          <input
            type="radio"
            className="size-4 accent-petrol"
            // Without a script the time could not be given its zone, and would be sent as "now".
            disabled={!isReady}
            checked={value !== null}
            onChange={() =>
              onChange({ wall: wallTimeIn(zone(), Date.now() + 3_600_000), zone: zone(), pick: 0 })
            }
          />
          {words.atATime}
        </label>
      </div>
      {value !== null && <TimeField value={value} onChange={onChange} error={error} />}
    </fieldset>
  );
}

interface TimeFieldProps extends ScheduleFieldProps {
  value: When;
}

function TimeField({ value, onChange, error }: TimeFieldProps) {
  const id = useId();
  const words = useWords(scheduleFieldWords);
  const language = useLanguage();
  const resolved = resolveSchedule(value);
  const { zone } = value;
  const hint = resolved
    ? [
        instantWords(resolved.iso, { zone, here: readersZone(), language }),
        distanceWords(resolved.iso, Date.now(), language) ?? words.past,
      ].join(", ")
    : words.choose;
  return (
    <div className="mt-3 space-y-3">
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
        <Field id={id} label={words.dayAndTime} hint={hint} error={error} className="sm:col-span-2">
          <input type="hidden" name="scheduled_at" value={resolved?.iso ?? value.wall} />
          <input
            id={id}
            type="datetime-local"
            required
            value={value.wall}
            min={wallTimeIn(zone, Date.now())}
            onChange={(event) => onChange({ ...value, wall: event.target.value, pick: 0 })}
            className={`${controlClass} h-8 max-w-64 max-sm:h-11`}
            {...fieldAria(id, { hint, error })}
          />
        </Field>
        <ZoneField
          value={zone}
          here={readersZone()}
          onChange={(next) => onChange({ ...value, zone: next, pick: 0 })}
        />
      </div>
      {resolved && resolved.choices.length > 1 && (
        <ClockChange
          wall={value.wall}
          resolved={resolved}
          pick={value.pick}
          onPick={(pick) => onChange({ ...value, pick })}
        />
      )}
    </div>
  );
}

function readersZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function useIsReady(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
