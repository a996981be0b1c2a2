import { type RefObject, useEffect } from "react";

/** Puts the address this page was opened at into the examples under `root`, so that they run as they are. */
export function useOwnOrigin(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    for (const place of root.current?.querySelectorAll("[data-origin]") ?? []) {
      place.textContent = window.location.origin;
    }
  }, [root]);
}
