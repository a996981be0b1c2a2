"use client";

import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";

/**
 * Whether this browser can use the passkeys of this origin. Null while nobody knows: on the server, and until the browser
 * has taken over.
 */
export function useCanUsePasskeys(origin: string): boolean | null {
  return useSyncExternalStore(
    stay,
    () => browserSupportsWebAuthn() && window.isSecureContext && location.origin === origin,
    () => null,
  );
}

const stay = () => () => {};
