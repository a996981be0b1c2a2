"use client";

import { useState } from "react";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { FieldErrors } from "@/lib/core/errors";
import { newKey } from "./new-key";
import { resolveSchedule } from "./schedule-words";

export interface Draft {
  from: string;
  to: string;
  body: string;
  /** Wall-clock time to send at; null is now. */
  when: string | null;
}

/** The errors that still speak of what the form holds: an edited field is no longer wrong. */
export function standingErrors(failure: FormFailure | undefined, draft: Draft): FieldErrors {
  const { fields = {}, values = {} } = failure ?? {};
  const { from, to, body, when } = draft;
  const scheduled_at = when && (resolveSchedule(when, 0)?.iso ?? when);
  const held = new Map(Object.entries({ from, to, body, scheduled_at }));
  const isAsRefused = (name: string) =>
    !held.has(name) || held.get(name) === values[name]?.replaceAll("\r\n", "\n");
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isAsRefused(name)));
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
