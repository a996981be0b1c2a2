"use client";

import { type RefObject, useEffect } from "react";

/**
 * A click anywhere in a row is one on its link, with the same keys held. What follows a selection of text is no
 * click: a link laid over the row would take the selection away.
 */
export function useRowClicks(rows: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const body = rows.current;
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!target || target.closest("a, button, summary, [popover]") || hasSelection()) return;
      const { ctrlKey, metaKey, shiftKey, altKey } = event;
      const again = { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey, altKey };
      target
        .closest("[data-message]")
        ?.querySelector("a")
        ?.dispatchEvent(new MouseEvent("click", again));
    };
    body?.addEventListener("click", onClick);
    return () => body?.removeEventListener("click", onClick);
  }, [rows]);
}

function hasSelection(): boolean {
  return document.getSelection()?.isCollapsed === false;
}
