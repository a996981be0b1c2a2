import { type ReactNode, useId } from "react";
import { Checkbox } from "./checkbox";

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
      {options.map(({ isTicked, ...option }) => (
        <Checkbox
          key={option.name}
          {...option}
          defaultChecked={isTicked}
          aria-invalid={sentence ? true : undefined}
          aria-describedby={sentence ? `${id}-error` : undefined}
        />
      ))}
      {sentence && (
        <p id={`${id}-error`} className="text-bad text-sm">
          {sentence}
        </p>
      )}
    </fieldset>
  );
}
