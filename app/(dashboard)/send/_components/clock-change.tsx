import { useId } from "react";
import { useWords } from "@/components/language/use-words";
import { scheduleFieldWords } from "../schedule-field-words";
import type { resolveSchedule } from "./schedule-words";

interface ClockChangeProps {
  wall: string;
  resolved: NonNullable<ReturnType<typeof resolveSchedule>>;
  pick: number;
  onPick: (pick: number) => void;
}

/** Says that the clocks change over the chosen time, and asks which instant is meant. */
export function ClockChange({ wall, resolved, pick, onPick }: ClockChangeProps) {
  const name = useId();
  const words = useWords(scheduleFieldWords);
  const isSkipped = resolved.kind === "skipped";
  const labels = isSkipped ? [words.afterJump, words.beforeJump] : [words.first, words.second];
  const clock = wall.slice(11, 16);
  return (
    <fieldset className="border-line border-l-4 border-l-warn bg-panel py-1 pl-3">
      <legend className="sr-only">{isSkipped ? words.skipped(clock) : words.twice(clock)}</legend>
      <p role="status">{isSkipped ? words.skipped(clock) : words.twice(clock)}</p>
      {resolved.choices.map((choice, place) => (
        <label
          key={choice.iso}
          className="flex min-h-6 cursor-pointer items-center gap-2 max-sm:min-h-11"
        >
          <input
            type="radio"
            name={name}
            className="size-4 accent-petrol"
            checked={pick === place}
            onChange={() => onPick(place)}
          />
          {labels[place]?.(choice.clock, choice.offset)}
        </label>
      ))}
    </fieldset>
  );
}
