"use client";

import { useSyncExternalStore } from "react";

/** The address this page was opened at, for examples that can be pasted as they are. */
export function useOrigin(): string {
  return useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => "http://localhost:3000",
  );
}
