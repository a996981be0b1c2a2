"use client";

import { useEffect } from "react";
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

/** Forms that only ask for a page; those that send something say themselves when there is no answer. */
function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || checked.has(event) || isSending(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void whenReachable(() => {
    const again = new SubmitEvent("submit", { bubbles: true, cancelable: true });
    checked.add(again);
    if (form.dispatchEvent(again)) form.submit();
  });
}

function isSending(form: HTMLFormElement): boolean {
  return form.method !== "get" || !form.getAttribute("action")?.startsWith("/");
}

/** Whether a click takes this tab to another page of ours. */
function leadsOn(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return false;
  }
  if (link.target || link.origin !== location.origin) return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}

async function whenReachable(go: () => void): Promise<void> {
  const signal = AbortSignal.timeout(probeMs);
  const answer = await fetch("/api/panel/stream", { method: "HEAD", signal }).catch(() => null);
  if (answer) go();
  else markOffline();
}
