"use client";

import { useState } from "react";
import { useTimeZone } from "@/components/ui/time-zone";
import { ScheduleField } from "../../../send/_components/schedule-field";
import { resolveSchedule, type When } from "../../../send/_components/schedule-words";
import { wallTimeIn } from "../../../send/_components/wall-time";

interface TimeOfStartProps {
  value: string | null;
  onChange: (scheduledAt: string | null) => void;
  error: readonly string[] | undefined;
}

/** Now, or at a time. What is being chosen here stays as it is chosen; a time that others saved takes its place. */
export function TimeOfStart({ value, onChange, error }: TimeOfStartProps) {
  const own = useTimeZone();
  const [when, setWhen] = useState<When | null>(() => whenOf(value, own));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (value !== isoOf(when)) setWhen(whenOf(value, own));
  }
  return (
    <ScheduleField
      value={when}
      onChange={(next) => {
        setWhen(next);
        // A time that is not complete yet is not saved.
        const iso = isoOf(next);
        if (next === null || iso !== null) onChange(iso);
      }}
      error={error}
    />
  );
}

function isoOf(when: When | null): string | null {
  return when && (resolveSchedule(when)?.iso ?? null);
}

function whenOf(iso: string | null, own: string | undefined): When | null {
  if (iso === null) return null;
  const zone = own ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { wall: wallTimeIn(zone, Date.parse(iso)), zone, pick: 0 };
}
