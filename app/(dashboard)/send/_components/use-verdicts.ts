"use client";

import { startTransition, useEffect, useState } from "react";
import type { TypedNumber } from "@/lib/sms/split-numbers";
import { maxRecipients, uniqueNumbers } from "@/lib/sms/split-numbers";
import { checkPastedNumbers } from "../actions";

const askAfterMs = 350;

/** What is known of each number: null for reachable, else the reason; nothing while it is being checked. */
export type Verdicts = ReadonlyMap<string, string | null>;

/** Asks the server about numbers it has not been asked about. One number alone is checked when it is sent. */
export function useVerdicts(numbers: readonly TypedNumber[]): Verdicts {
  const [verdicts, setVerdicts] = useState<Verdicts>(new Map());
  const unique = uniqueNumbers(numbers);
  const unknown =
    unique.length > 1 && unique.length <= maxRecipients
      ? unique.filter((number) => !verdicts.has(number)).join("\n")
      : "";

  useEffect(() => {
    if (unknown === "") return;
    const timer = setTimeout(() => {
      const form = new FormData();
      form.set("numbers", unknown);
      startTransition(async () => {
        const answer = await checkPastedNumbers(null, form);
        if (!answer?.ok) return;
        setVerdicts((before) => new Map([...before, ...answer.value]));
      });
    }, askAfterMs);
    return () => clearTimeout(timer);
  }, [unknown]);

  return verdicts;
}
