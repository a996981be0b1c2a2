"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { TextField } from "@/components/ui/text-field";
import { startWords } from "../start-words";

interface RateFieldProps {
  value: number | null;
  onChange: (rate: number | null) => void;
  error: readonly string[] | undefined;
}

/** How many messages a second at most. */
export function RateField({ value, onChange, error }: RateFieldProps) {
  const words = useWords(startWords);
  const [typed, setTyped] = useState(String(value ?? ""));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (rateOf(typed) !== value) setTyped(String(value ?? ""));
  }
  return (
    <TextField
      label={words.rate}
      name="rate"
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      value={typed}
      onChange={({ target }) => {
        const digits = target.value.replace(/\D/g, "");
        setTyped(digits);
        onChange(rateOf(digits));
      }}
      hint={words.rateHint}
      error={error}
      className="max-w-lg [&_input]:max-w-64"
    />
  );
}

function rateOf(digits: string): number | null {
  return Number(digits) > 0 ? Number(digits) : null;
}
