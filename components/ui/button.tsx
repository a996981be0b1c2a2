import clsx from "clsx";
import type { ButtonHTMLAttributes } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { Spinner } from "./spinner";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** At work: the label stays, a spinner joins it and presses are ignored. */
  isBusy?: boolean;
};

/** A button. `type="submit"` has to be asked for, so that none submits by accident. */
export function Button({
  variant,
  size,
  isBusy = false,
  type = "button",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={clsx(buttonClass(variant, size), isBusy && "opacity-75", className)}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  );
}
