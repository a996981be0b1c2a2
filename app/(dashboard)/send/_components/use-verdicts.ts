"use client";

import { startTransition, useEffect, useState } from "react";
import type { Reading } from "@/lib/numbers/reading";
import { maxRecipients } from "@/lib/sms/split-numbers";
import { checkPastedNumbers } from "../actions";

const askAfterMs = 350;

interface Verdicts {
  /** How each number is understood; nothing of those that are being checked. */
  verdicts: ReadonlyMap<string, Reading<string>>;
  /** The server could not be asked: what is not known now may stay unknown. */
  isUnanswered: boolean;
}

/** Asks the server about numbers it has not been asked about. */
export function useVerdicts(numbers: readonly string[]): Verdicts {
  const [verdicts, setVerdicts] = useState<Verdicts["verdicts"]>(new Map());
  const [isUnanswered, setUnanswered] = useState(false);
  const unknown =
    numbers.length <= maxRecipients
      ? numbers.filter((number) => !verdicts.has(number)).join("\n")
      : "";

  useEffect(() => {
    if (unknown === "") return;
    const timer = setTimeout(() => {
      const form = new FormData();
      form.set("numbers", unknown);
      startTransition(async () => {
        const answer = await checkPastedNumbers(null, form);
        setUnanswered(!answer?.ok);
        if (!answer?.ok) return;
        setVerdicts((before) => new Map([...before, ...answer.value]));
      });
    }, askAfterMs);
    return () => clearTimeout(timer);
  }, [unknown]);

  return { verdicts, isUnanswered };
}
