"use client";

import clsx from "clsx";
import { type ComponentProps, useState } from "react";
import { passwordLength } from "@/lib/accounts/password-length";
import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { useWords } from "./language/use-words";
import { PasswordField } from "./ui/password-field";

/** From how many characters on each tick is inked. Length is what makes a password hard to guess. */
const ticks = [4, 8, passwordLength.min, 16, 20];

/** A password to choose, with a ruler that says how far its length carries. */
export function NewPasswordField(props: Omit<ComponentProps<typeof PasswordField>, "hint">) {
  const words = useWords(lengthWords);
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
          {showLength(length, words)}
        </span>
      }
    />
  );
}

const characters = { one: "znak", few: "znaki", many: "znaków", other: "znaku" };

const en = {
  rule: (min: number) =>
    `At least ${min} characters. Any characters are allowed. A few random words work well.`,
  short: (length: number, min: number) => `${length} of at least ${min} characters.`,
  enough: (length: number) => `${length} characters: enough.`,
  strong: (length: number) => `${length} characters: strong.`,
};

const lengthWords: Words<typeof en> = {
  en,
  pl: {
    rule: (min) => `Co najmniej ${min} znaków. Dowolnych; dobrze sprawdza się kilka słów.`,
    short: (length, min) => `${length} z co najmniej ${min} znaków.`,
    enough: (length) => `${countWords("pl", length, characters)}: wystarczy.`,
    strong: (length) => `${countWords("pl", length, characters)}: mocne.`,
  },
};

function showLength(length: number, words: typeof en): string {
  const { min } = passwordLength;
  if (length === 0) return words.rule(min);
  if (length < min) return words.short(length, min);
  return length < 16 ? words.enough(length) : words.strong(length);
}
