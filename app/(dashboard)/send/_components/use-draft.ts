"use client";

import { useEffect, useRef, useState } from "react";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { FieldErrors } from "@/lib/core/errors";
import { forgetDraft, keepDraft, recallDraft } from "../draft-store";
import type { Draft } from "./draft";
import { newKey } from "./new-key";
import { resolveSchedule } from "./schedule-words";

/** The errors that still speak of what the form holds: an edited field is no longer wrong. */
export function standingErrors(failure: FormFailure | undefined, draft: Draft): FieldErrors {
  const { fields = {}, values = {} } = failure ?? {};
  const { from, to, body, when, clientRef, validity } = draft;
  const scheduled_at = when && (resolveSchedule(when)?.iso ?? when.wall);
  const held = new Map(
    Object.entries({ from, to, body, scheduled_at, client_ref: clientRef, validity }),
  );
  const isAsRefused = (name: string) =>
    !held.has(name) || held.get(name) === values[name]?.replaceAll("\r\n", "\n");
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isAsRefused(name)));
}

const empty: Draft = {
  ...{ from: "", to: "", body: "", when: null },
  ...{ clientRef: "", validity: "", isPrivate: false },
};
const keepAfterMs = 250;

interface First {
  key: string;
  accountId: string;
  /** What a refused form had held, when there is no script to remember it. */
  typed: Record<string, string>;
}

/**
 * What the form holds, and its idempotency key. The key stays while the draft stays, also over a reload, so sending
 * twice asks for the same message twice and gets one; an edit or a new message takes a new key, unless one was typed.
 */
export function useDraft({ key: firstKey, accountId, typed }: First) {
  const [draft, setDraft] = useState<Draft>(() => firstDraft(typed));
  const [key, setKey] = useState({ value: firstKey, isOwn: false });
  const [isRestored, setRestored] = useState(false);
  const isEdited = useRef(false);

  useEffect(() => {
    const kept = recallDraft(accountId);
    if (!kept || isEdited.current) return;
    setDraft({ ...empty, ...kept.draft });
    setKey({ value: kept.key, isOwn: false });
    setRestored(true);
  }, [accountId]);

  useEffect(() => {
    if (!isEdited.current) return;
    const keep = () => {
      // Meanwhile it may have been sent.
      if (isEdited.current) keepDraft(accountId, { draft, key: key.value });
    };
    const timer = setTimeout(keep, keepAfterMs);
    // A page that is left within that time keeps the last words as well.
    addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", keep);
    };
  }, [accountId, draft, key]);

  const begin = (next: Draft) => {
    isEdited.current = false;
    forgetDraft(accountId);
    setRestored(false);
    setDraft(next);
    setKey({ value: newKey(), isOwn: false });
  };
  return {
    draft,
    key: key.value,
    isRestored,
    edit: (change: Partial<Draft>) => {
      isEdited.current = true;
      setDraft((before) => ({ ...before, ...change }));
      setKey((before) => (before.isOwn ? before : { value: newKey(), isOwn: false }));
    },
    takeKey: (value: string) => {
      isEdited.current = true;
      setKey({ value, isOwn: true });
    },
    renewKey: () => setKey({ value: newKey(), isOwn: false }),
    /** What was sent is no draft any more. */
    forget: () => {
      isEdited.current = false;
      forgetDraft(accountId);
    },
    startAnother: (change: Partial<Draft> = {}) => begin({ ...empty, from: draft.from, ...change }),
    discard: () => begin(empty),
  };
}

function firstDraft(typed: Record<string, string>): Draft {
  return {
    ...empty,
    from: typed["from"] ?? "",
    to: typed["to"] ?? "",
    body: typed["body"] ?? "",
    clientRef: typed["client_ref"] ?? "",
    validity: typed["validity"] ?? "",
    isPrivate: typed["is_private"] === "on",
  };
}
