"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { zoneCookie } from "./zone-cookie";

const yearSeconds = 31_536_000;

/**
 * Tells the server the browser's zone. Where the page was made by another one, which is `taken`, it is made
 * anew once the server has been told.
 */
export function SayZone({ taken }: { taken?: string }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const said = `${zoneCookie}=${timeZone}`;
    if (document.cookie.split("; ").includes(said)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is absent on plain http.
    document.cookie = `${said}; path=/; max-age=${yearSeconds}; samesite=lax`;
    if (taken !== undefined && taken !== timeZone) router.refresh();
  }, [router, taken]);
  return null;
}
