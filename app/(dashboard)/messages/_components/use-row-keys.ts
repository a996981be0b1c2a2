"use client";

import { useEffect } from "react";
import { isSingleKey } from "@/components/shell/single-keys";
import type { MessageView } from "@/lib/messages/contract";

interface RowKeys {
  rows: readonly MessageView[];
  onOpen: (messageId: string) => void;
}

const steps = new Map([
  ["j", 1],
  ["k", -1],
]);

/** `j` and `k` go from row to row, with the drawer open from message to message; Enter is the link's own. */
export function useRowKeys({ rows, onOpen }: RowKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = steps.get(event.key);
      if (step === undefined || !isSingleKey(event)) return;
      // The address knows at once; what is rendered follows a moment later, and keys come fast.
      const openId = new URLSearchParams(location.search).get("m");
      const next = rowAfter(rows, openId ?? focusedId(), step);
      if (!next) return;
      event.preventDefault();
      if (openId) onOpen(next.message_id);
      else focusRow(next.message_id);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [rows, onOpen]);
}

/** The neighbour of a row; the first row when none is looked at. */
function rowAfter(rows: readonly MessageView[], from: string | undefined, step: number) {
  const place = rows.findIndex(({ message_id }) => message_id === from);
  return rows[place === -1 ? 0 : place + step];
}

function focusedId(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-message]")?.dataset["message"];
}

/** Puts the focus on the link of a row. */
function focusRow(messageId: string): void {
  document.querySelector<HTMLElement>(`[data-message="${messageId}"] a`)?.focus();
}
