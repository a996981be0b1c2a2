"use client";

import { useSyncExternalStore } from "react";
import type { TokenView } from "@/lib/tokens/contract";
import { leftWords } from "./token-state";

interface OldSecretProps {
  secret: NonNullable<TokenView["previous_secret"]>;
  /** When the page was made: what is shown until the browser has taken over. */
  nowMs: number;
}

/** The secret before a rotation, counting down to its end. */
export function OldSecret({ secret: { masked, ends_at }, nowMs }: OldSecretProps) {
  const second = useSyncExternalStore(everySecond, thisSecond, () => nowMs);
  const leftMs = Date.parse(ends_at) - second;
  return (
    <p className="text-sm text-warn" suppressHydrationWarning>
      Old secret <span className="font-mono">{masked}</span>{" "}
      {leftMs > 0 ? `ends in ${leftWords(leftMs)}` : "has ended"}
    </p>
  );
}

function everySecond(tell: () => void): () => void {
  const timer = setInterval(tell, 1000);
  return () => clearInterval(timer);
}

function thisSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}
