import type { KeyboardEvent } from "react";

/** Arrow keys go round the tabs of a list and choose, as the tab pattern of ARIA wants it. */
export function moveBetweenTabs(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const place = tabs.indexOf(document.activeElement as HTMLElement);
  const next = tabs[(place + step + tabs.length) % tabs.length];
  next?.focus();
  next?.click();
}
