"use client";

import clsx from "clsx";
import { type ComponentProps, useState } from "react";
import { passwordLength } from "@/lib/accounts/password-length";
import { PasswordField } from "./ui/password-field";

/** From how many characters on each tick is inked. Length is what makes a password hard to guess. */
const ticks = [4, 8, passwordLength.min, 16, 20];

/** A password to choose, with a ruler that says how far its length carries. */
export function NewPasswordField(props: Omit<ComponentProps<typeof PasswordField>, "hint">) {
  const [length, setLength] = useState(0);
  const isEnough = length >= passwordLength.min;
  return (
    <PasswordField
      {...props}
      autoComplete="new-password"
      minLength={passwordLength.min}
      onChange={(event) => setLength([...event.target.value].length)}
      hint={
        <span className="block">
          <span className="mb-1 flex gap-1" aria-hidden="true">
            {ticks.map((tick) => (
              <span
                key={tick}
                className={clsx(
                  "h-1 grow",
                  length < tick && "bg-line",
                  length >= tick && (isEnough ? "bg-ok" : "bg-warn"),
                )}
              />
            ))}
          </span>
          {lengthWords(length)}
        </span>
      }
    />
  );
}

function lengthWords(length: number): string {
  const { min } = passwordLength;
  if (length === 0) return `At least ${min} characters. Any characters; a few words do well.`;
  if (length < min) return `${length} of at least ${min} characters.`;
  return length < 16 ? `${length} characters: enough.` : `${length} characters: strong.`;
}
