import { type ReactNode, useId } from "react";

interface RadioGroupProps {
  legend: string;
  name: string;
  options: readonly { value: string; label: string; hint?: ReactNode }[];
  defaultValue?: string;
  error?: string | readonly string[] | undefined;
}

/** A few choices of which one holds, each with a line that says what it means. */
export function RadioGroup({ legend, name, options, defaultValue, error }: RadioGroupProps) {
  const id = useId();
  const sentence = typeof error === "string" ? error : error?.join(" ");
  return (
    <fieldset className="grid gap-1.5" aria-describedby={sentence ? `${id}-error` : undefined}>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex cursor-pointer gap-2.5 max-sm:min-h-11 max-sm:py-1.5"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            className="mt-0.5 size-4 shrink-0 accent-petrol"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-sm text-mute">{option.hint}</span>}
          </span>
        </label>
      ))}
      {sentence && (
        <p id={`${id}-error`} className="text-sm text-bad">
          {sentence}
        </p>
      )}
    </fieldset>
  );
}
