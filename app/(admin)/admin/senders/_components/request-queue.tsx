"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { isSingleKey } from "@/components/shell/single-keys";

/** A list whose row with the focus is decided by a key: `a` and `r` press its buttons, `j` and `k` move on. */
export function RequestQueue({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const list = ref.current;
      if (!list || !isSingleKey(event) || document.querySelector("dialog:modal")) return;
      if (act(list, event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <ul ref={ref} aria-label={label} className="border-line border-b">
      {children}
    </ul>
  );
}

/** Does what a key asks for, and says whether it meant anything. */
function act(list: HTMLUListElement, key: string): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>(":scope > li")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (key === "j" || key === "k") {
    const next = key === "j" ? at + 1 : Math.max(0, at - 1);
    rows[Math.min(next, rows.length - 1)]?.focus();
    return true;
  }
  // Without a row in hand, the first one is meant: it waits the longest.
  const button = rows[Math.max(0, at)]?.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(key)}"]`,
  );
  button?.click();
  return button !== null && button !== undefined;
}
