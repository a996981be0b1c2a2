import { type ReactNode, useId } from "react";

interface CheckboxGroupProps {
  legend: string;
  /** Each box is a field of its own, sent as `on` when it is ticked. */
  options: readonly { name: string; label: string; hint?: ReactNode; isTicked: boolean }[];
  error?: string | readonly string[] | undefined;
}

/** A few choices of which any number hold, each with a line that says what it means. */
export function CheckboxGroup({ legend, options, error }: CheckboxGroupProps) {
  const id = useId();
  const sentence = typeof error === "string" ? error : error?.join(" ");
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-1.5">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.name}
          className="flex cursor-pointer gap-2.5 max-sm:min-h-11 max-sm:py-1.5"
        >
          <input
            type="checkbox"
            name={option.name}
            defaultChecked={option.isTicked}
            aria-invalid={sentence ? true : undefined}
            aria-describedby={sentence ? `${id}-error` : undefined}
            className="mt-0.5 size-4 shrink-0 accent-petrol"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-mute text-sm">{option.hint}</span>}
          </span>
        </label>
      ))}
      {sentence && (
        <p id={`${id}-error`} className="text-bad text-sm">
          {sentence}
        </p>
      )}
    </fieldset>
  );
}
