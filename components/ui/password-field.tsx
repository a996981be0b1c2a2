"use client";

import { type ComponentProps, useState } from "react";
import { useWords } from "../language/use-words";
import { TextField } from "./text-field";
import { uiWords } from "./words";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "type" | "aside" | "defaultValue">;

/** A password that can be shown while it is typed, pasted, and filled by a manager. */
export function PasswordField({ onChange, ...field }: PasswordFieldProps) {
  const words = useWords(uiWords);
  const [isShown, setIsShown] = useState(false);
  const [typed, setTyped] = useState("");
  return (
    <TextField
      {...field}
      type={isShown ? "text" : "password"}
      // Kept here, in the browser: a refused form is reset, and the server never sends a password back.
      defaultValue={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange?.(event);
      }}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      aside={
        <button
          type="button"
          onClick={() => setIsShown(!isShown)}
          aria-pressed={isShown}
          className="rounded-control text-mute text-sm hover:text-ink max-sm:-my-3 max-sm:min-h-11 max-sm:min-w-11 max-sm:text-right"
        >
          {isShown ? words.hide : words.show}
          <span className="sr-only"> {words.typed}</span>
        </button>
      }
    />
  );
}
