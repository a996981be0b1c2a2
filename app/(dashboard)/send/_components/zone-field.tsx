import { useId } from "react";
import { useWords } from "@/components/language/use-words";
import { controlClass, Field } from "@/components/ui/field";
import { useTimeZone } from "@/components/ui/time-zone";
import { scheduleFieldWords } from "../schedule-field-words";

interface ZoneFieldProps {
  value: string;
  /** The zone of the reader's own clock. */
  here: string;
  onChange: (zone: string) => void;
}

/** Whose clocks are meant: the reader's, the one in their settings, UTC, or any other. */
export function ZoneField({ value, here, onChange }: ZoneFieldProps) {
  const id = useId();
  const words = useWords(scheduleFieldWords);
  const own = useTimeZone();
  const near = [
    { zone: here, label: words.zoneHere(here) },
    ...(own && own !== here ? [{ zone: own, label: words.zoneOwn(own) }] : []),
    ...(here === "UTC" || own === "UTC" ? [] : [{ zone: "UTC", label: "UTC" }]),
  ];
  const isNear = new Set(near.map(({ zone }) => zone));
  return (
    <Field id={id} label={words.zone}>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${controlClass} h-8 max-sm:h-11`}
      >
        <optgroup label={words.nearZones}>
          {near.map(({ zone, label }) => (
            <option key={zone} value={zone}>
              {label}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.allZones}>
          {zones()
            .filter((zone) => !isNear.has(zone))
            .map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
        </optgroup>
      </select>
    </Field>
  );
}

let known: string[] | undefined;

function zones(): string[] {
  known ??= Intl.supportedValuesOf("timeZone");
  return known;
}
