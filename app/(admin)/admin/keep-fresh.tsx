"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 10_000;

/** Has the page's figures made anew as long as somebody looks at them. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      const isLookedAt = document.visibilityState === "visible";
      // A question that is being answered stays as it was asked.
      if (isLookedAt && !document.querySelector("dialog:modal")) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
