"use client";

import { createContext, type ReactNode, use, useSyncExternalStore } from "react";

const OriginContext = createContext("http://localhost:3000");

interface OriginProviderProps {
  /** The installation's address, without a slash at the end. */
  origin: string;
  children: ReactNode;
}

/** Tells everything below at which address the installation is reached. */
export function OriginProvider({ origin, children }: OriginProviderProps) {
  return <OriginContext value={origin}>{children}</OriginContext>;
}

/**
 * The installation's address, for examples that can be pasted as they are: the one this page was opened at. The server's
 * HTML has the one of the request.
 */
export function useOrigin(): string {
  const origin = use(OriginContext);
  return useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => origin,
  );
}
