import clsx from "clsx";

export type ButtonVariant = "primary" | "quiet" | "danger";
export type ButtonSize = "regular" | "large";

const looks: Record<ButtonVariant, string> = {
  primary: "bg-petrol text-paper border-transparent hover:bg-petrol/90",
  quiet: "bg-panel text-ink border-control hover:bg-sunk",
  danger: "bg-panel text-bad border-bad hover:bg-bad hover:text-paper",
};

/** The look of a button, for buttons and for links that act like one. */
export function buttonClass(
  variant: ButtonVariant = "quiet",
  size: ButtonSize = "regular",
): string {
  return clsx(
    "inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium",
    "transition-colors duration-120 ease-out disabled:opacity-55",
    // In letters twice as large a label may need a second line on a phone.
    "max-sm:h-auto max-sm:min-h-11 max-sm:whitespace-normal max-sm:text-md",
    size === "large" ? "h-10 px-4 text-md" : "h-8 px-3 text-base",
    looks[variant],
  );
}
