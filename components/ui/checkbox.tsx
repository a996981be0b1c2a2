import type { ComponentProps, ReactNode } from "react";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "className"> {
  label: string;
  hint?: ReactNode;
}

/** A choice that holds or does not, sent as `on` when it is ticked. */
export function Checkbox({ label, hint, ...input }: CheckboxProps) {
  return (
    <label className="flex cursor-pointer gap-2.5 max-sm:min-h-11 max-sm:py-1.5">
      <input {...input} type="checkbox" className="mt-0.5 size-4 shrink-0 accent-petrol" />
      <span>
        {label}
        {hint && <span className="block text-mute text-sm">{hint}</span>}
      </span>
    </label>
  );
}
