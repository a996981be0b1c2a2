"use client";

import { useEffect } from "react";
import type { PanelPath } from "@/lib/operations/panel-contract";
import { asksForPage, leadsOn } from "./leads-on";
import { markOffline, useLiveState } from "./live-stream";

/**
 * Keeps a broken connection from taking the screen away: the router answers a page it cannot fetch by a full
 * navigation, which ends on the browser's error page. While the connection is in doubt, the server is asked first.
 */
export function GuardNavigation() {
  const state = useLiveState();
  const isInDoubt = state === "offline" || state === "reconnecting";
  useEffect(() => {
    if (!isInDoubt) return;
    // On the window, so that it comes before React's own listeners.
    window.addEventListener("click", onClick, true);
    window.addEventListener("submit", onSubmit, true);
    return () => {
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("submit", onSubmit, true);
    };
  }, [isInDoubt]);
  return null;
}

/** What was asked about, and goes its way now. */
const checked = new WeakSet<Event>();
const probeMs = 4000;

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || checked.has(event) || !leadsOn(event, link)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void whenReachable(() => {
    const again = new MouseEvent("click", { bubbles: true, cancelable: true });
    checked.add(again);
    link.dispatchEvent(again);
  });
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || checked.has(event) || !asksForPage(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void whenReachable(() => {
    const again = new SubmitEvent("submit", { bubbles: true, cancelable: true });
    checked.add(again);
    if (form.dispatchEvent(again)) form.submit();
  });
}

async function whenReachable(go: () => void): Promise<void> {
  const signal = AbortSignal.timeout(probeMs);
  const answer = await fetch("/api/panel/stream" satisfies PanelPath, {
    method: "HEAD",
    signal,
  }).catch(() => null);
  if (answer) go();
  else markOffline();
}
