"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** An address with the name of a call or an event behind `#` leads on to the page that line leads to. */
export function LeadOn() {
  const router = useRouter();
  useEffect(() => {
    const line = document.getElementById(window.location.hash.slice(1));
    if (line instanceof HTMLAnchorElement) router.replace(line.pathname);
  }, [router]);
  return null;
}
