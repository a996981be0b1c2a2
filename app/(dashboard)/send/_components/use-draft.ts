"use client";

import { useState } from "react";
import { newKey } from "./new-key";

export interface Draft {
  from: string;
  to: string;
  body: string;
  /** Wall-clock time to send at; null is now. */
  when: string | null;
}

const empty: Draft = { from: "", to: "", body: "", when: null };

/**
 * What the form holds, and its idempotency key. The key stays while the draft stays, so pressing twice
 * asks for the same message twice and gets one; an edit or a new message takes a new key.
 */
export function useDraft(firstKey: string, typed: Record<string, string>) {
  const [draft, setDraft] = useState<Draft>(() => ({
    from: typed["from"] ?? "",
    to: typed["to"] ?? "",
    body: typed["body"] ?? "",
    when: null,
  }));
  const [key, setKey] = useState(firstKey);
  return {
    draft,
    key,
    edit: (change: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...change }));
      setKey(newKey());
    },
    startAnother: () => {
      setDraft((before) => ({ ...empty, from: before.from }));
      setKey(newKey());
    },
  };
}
