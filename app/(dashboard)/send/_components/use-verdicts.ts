"use client";

import { startTransition, useEffect, useState } from "react";
import type { Reading } from "@/lib/numbers/reading";
import { checkPastedNumbers } from "../actions";
import { maxCheckedAtOnce } from "../checked-at-once";

/** How each number is understood; nothing of those that are being checked, or that the server couldn't be asked about. */
export type Verdicts = ReadonlyMap<string, Reading<string>>;

const askAfterMs = 350;

/** Asks the server about numbers it has not been asked about, some hundreds at a time. */
export function useVerdicts(numbers: readonly string[]): Verdicts {
  const [known, setKnown] = useState({
    verdicts: new Map() as Verdicts,
    asked: new Set() as ReadonlySet<string>,
  });
  const next = nextToAsk(numbers, known.asked);
  const isWhole = next.length === maxCheckedAtOnce;
  const unknown = next.join("\n");

  useEffect(() => {
    if (unknown === "") return;
    const ask = async () => {
      const form = new FormData();
      form.set("numbers", unknown);
      // Nobody asked for it: without an answer, as after signing out, the numbers stay unknown.
      const answer = await checkPastedNumbers(null, form).catch(() => null);
      if (!answer?.ok) return;
      startTransition(() =>
        setKnown(({ verdicts, asked }) => ({
          verdicts: new Map([...verdicts, ...answer.value]),
          asked: new Set([...asked, ...unknown.split("\n")]),
        })),
      );
    };
    // Nobody types hundreds: those of a pasted list are asked about one request after the other.
    const timer = setTimeout(() => startTransition(ask), isWhole ? 0 : askAfterMs);
    return () => clearTimeout(timer);
  }, [unknown, isWhole]);

  return known.verdicts;
}

function nextToAsk(numbers: readonly string[], asked: ReadonlySet<string>): string[] {
  const next: string[] = [];
  for (const number of numbers) {
    if (!asked.has(number)) next.push(number);
    if (next.length === maxCheckedAtOnce) break;
  }
  return next;
}
