"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { LiveEvent } from "@/lib/messages/contract";
import type { PanelPath } from "@/lib/operations/panel-contract";

/** "polling" when there is no room for one more live connection. */
export type LiveState =
  | "connecting"
  | "live"
  | "reconnecting"
  | "polling"
  | "paused"
  | "offline"
  | "signedOut"
  | "outdated";

const streamPath = "/api/panel/stream" satisfies PanelPath;
// A tab hidden this long lets go of its connection: browsers allow six to one host over HTTP/1.1.
const pauseAfterHiddenMs = 30_000;
const maxRetryMs = 15_000;
/** Without a connection everyone is told to ask for themselves this often. */
const pollMs = 5000;
/** A tab whose connection went to another one asks for it back this much later. */
const replacedRetryMs = 60_000;

const listeners = new Set<(event: LiveEvent) => void>();
const watchers = new Set<() => void>();
let source: EventSource | undefined;
let state: LiveState = "connecting";
let retryMs = 1000;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
let pauseTimer: ReturnType<typeof setTimeout> | undefined;
let pollTimer: ReturnType<typeof setInterval> | undefined;

/** Calls the listener for each live event while mounted. All listeners of a tab share one connection. */
export function useLiveEvents(listener: (event: LiveEvent) => void): void {
  useEffect(() => {
    listeners.add(listener);
    if (listeners.size === 1) start();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) stop();
    };
  }, [listener]);
}

/** How the tab's live connection is. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
    () => "connecting",
  );
}

/** Says on the screen that the session ended. When the person comes back to this tab, it looks again. */
export function markSignedOut(): void {
  if (state === "outdated") return;
  disconnect();
  setState("signedOut");
}

/** Says on the screen that the server has a newer build than this tab. */
export function markOutdated(): void {
  setState("outdated");
}

/** Says on the screen that the server cannot be reached. */
export function markOffline(): void {
  if (state === "signedOut" || state === "outdated") return;
  disconnect();
  setState("offline");
  // A browser that knows of no break tells of no end of it either.
  retryTimer = setTimeout(connect, pollMs);
}

function start(): void {
  document.addEventListener("visibilitychange", onVisibilityChange);
  window.addEventListener("offline", markOffline);
  window.addEventListener("online", connect);
  connect();
}

function stop(): void {
  document.removeEventListener("visibilitychange", onVisibilityChange);
  window.removeEventListener("offline", markOffline);
  window.removeEventListener("online", connect);
  clearTimeout(pauseTimer);
  disconnect();
  setState("connecting");
}

function connect(): void {
  disconnect();
  reconnect();
}

/** Opens a line anew; polling goes on until it stands. */
function reconnect(): void {
  startPolling();
  source = new EventSource(streamPath);
  source.addEventListener("ready", onReady);
  source.addEventListener("error", onError);
  source.addEventListener("messages", (event) => {
    emit({ kind: "messages", ...JSON.parse(event.data) });
  });
  source.addEventListener("balance", (event) => {
    emit({ kind: "balance", ...JSON.parse(event.data) });
  });
  source.addEventListener("refetch", () => emit({ kind: "refetch" }));
  source.addEventListener("replaced", () => poll(replacedRetryMs));
  source.addEventListener("signed_out", markSignedOut);
}

function disconnect(): void {
  clearTimeout(retryTimer);
  clearInterval(pollTimer);
  pollTimer = undefined;
  source?.close();
  source = undefined;
}

function onReady(): void {
  retryMs = 1000;
  clearInterval(pollTimer);
  pollTimer = undefined;
  // What happened before this moment, or while the line was down, is not sent again.
  emit({ kind: "refetch" });
  // A tab that is too old is no younger for being connected.
  if (state !== "outdated") setState("live");
}

function onError(): void {
  startPolling();
  const wasAnswered = source?.readyState === EventSource.CLOSED;
  if (!navigator.onLine) {
    markOffline();
    return;
  }
  if (!stays.includes(state) && (!wasAnswered || state !== "polling")) setState("reconnecting");
  // The browser tries again by itself after a broken line, but gives up after an error answer.
  if (!source || !wasAnswered) return;
  source.close();
  source = undefined;
  retryTimer = setTimeout(reconnect, retryMs);
  retryMs = Math.min(retryMs * 2, maxRetryMs);
  void askForRoom(retryTimer);
}

/** What a failed attempt to connect does not change. */
const stays: LiveState[] = ["offline", "signedOut", "outdated"];

/** An EventSource does not say what it was answered, so a request for the head alone finds that out. */
async function askForRoom(timer: typeof retryTimer): Promise<void> {
  const answer = await fetch(streamPath, { method: "HEAD" }).catch(() => undefined);
  if (timer !== retryTimer || source) return;
  if (answer?.status === 401) markSignedOut();
  if (answer?.status !== 429) return;
  poll(Number(answer.headers.get("retry-after")) * 1000);
}

/** Asks for the list every few seconds, and for a live connection again after `waitMs` and a random part of it. */
function poll(waitMs: number): void {
  disconnect();
  startPolling();
  setState("polling");
  retryTimer = setTimeout(reconnect, waitMs * (1 + Math.random() / 2));
}

function startPolling(): void {
  pollTimer ??= setInterval(() => {
    if (!document.hidden && !stays.includes(state)) emit({ kind: "refetch" });
  }, pollMs);
}

function onVisibilityChange(): void {
  clearTimeout(pauseTimer);
  if (document.hidden) {
    pauseTimer = setTimeout(() => {
      disconnect();
      setState("paused");
    }, pauseAfterHiddenMs);
  } else if (["paused", "polling", "offline", "signedOut"].includes(state)) {
    connect();
  }
}

function emit(event: LiveEvent): void {
  for (const listener of listeners) listener(event);
}

function setState(next: LiveState): void {
  state = next;
  for (const watcher of watchers) watcher();
}
