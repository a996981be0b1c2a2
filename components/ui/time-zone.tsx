"use client";

import { createContext, type ReactNode, useContext } from "react";

const Zone = createContext<string | undefined>(undefined);

/** The zone in which times are shown inside; empty for the browser's own. */
export function TimeZone({ zone, children }: { zone: string; children: ReactNode }) {
  return <Zone.Provider value={zone || undefined}>{children}</Zone.Provider>;
}

/** The zone the reader chose, if they did. */
export function useTimeZone(): string | undefined {
  return useContext(Zone);
}
