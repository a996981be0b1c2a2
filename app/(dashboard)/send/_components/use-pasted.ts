"use client";

import { startTransition, useEffect, useMemo, useState } from "react";
import { maxNumbersLength, type Pasted, sliceLines, splitNumbers } from "@/lib/sms/split-numbers";

/** A text that is split at once, while it is typed. */
const maxAtOnce = 4000;

interface PastedNumbers {
  pasted: Pasted;
  /** Whether these are the numbers of an earlier text: those of a long one take a moment. */
  isSplitting: boolean;
}

const none: Pasted = { numbers: [], texts: [] };

/** The numbers in the field. A long text is split slice by slice, so that the page answers meanwhile. */
export function usePasted(text: string): PastedNumbers {
  const isShort = text.length <= maxAtOnce;
  const isTooLong = text.length > maxNumbersLength;
  const now = useMemo(() => (isShort ? splitNumbers(text) : none), [text, isShort]);
  const [later, setLater] = useState({ text: "", pasted: none });

  useEffect(() => {
    if (isShort || isTooLong) return;
    let isWanted = true;
    void splitSlowly(text, () => isWanted).then((pasted) => {
      if (isWanted) startTransition(() => setLater({ text, pasted }));
    });
    return () => {
      isWanted = false;
    };
  }, [text, isShort, isTooLong]);

  if (isShort) return { pasted: now, isSplitting: false };
  if (isTooLong) return { pasted: none, isSplitting: false };
  return { pasted: later.pasted, isSplitting: later.text !== text };
}

async function splitSlowly(text: string, isWanted: () => boolean): Promise<Pasted> {
  const all: Pasted = { numbers: [], texts: [] };
  for (const slice of sliceLines(text)) {
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return all;
    const { numbers, texts } = splitNumbers(slice);
    all.numbers.push(...numbers);
    all.texts.push(...texts);
  }
  return all;
}
