"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { remember } from "../remember";
import { zoneCookie } from "./zone-cookie";

/**
 * Tells the server the browser's zone. Where the page was made by another one, which is `taken`, it is made
 * anew once the server has been told.
 */
export function SayZone({ taken }: { taken?: string }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (document.cookie.split("; ").includes(`${zoneCookie}=${timeZone}`)) return;
    remember(zoneCookie, timeZone);
    if (taken !== undefined && taken !== timeZone) router.refresh();
  }, [router, taken]);
  return null;
}
