"use client";

import { useSyncExternalStore } from "react";
import { useWords } from "@/components/language/use-words";
import type { TokenView } from "@/lib/tokens/contract";
import { tokenWords } from "../words";
import { splitTime } from "./token-state";

interface OldSecretProps {
  secret: NonNullable<TokenView["previous_secret"]>;
  /** When the page was made: what is shown until the browser has taken over. */
  nowMs: number;
}

/** The secret before a rotation, counting down to its end. */
export function OldSecret({ secret: { masked, ends_at }, nowMs }: OldSecretProps) {
  const words = useWords(tokenWords);
  const second = useSyncExternalStore(everySecond, thisSecond, () => nowMs);
  const leftMs = Date.parse(ends_at) - second;
  const left = words.left(...splitTime(leftMs));
  return (
    <p className="text-sm text-warn" suppressHydrationWarning>
      {words.row.oldSecret} <span className="font-mono">{masked}</span>{" "}
      {leftMs > 0 ? words.row.endsIn(left) : words.row.hasEnded}
    </p>
  );
}

function everySecond(notify: () => void): () => void {
  const timer = setInterval(notify, 1000);
  return () => clearInterval(timer);
}

function thisSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}
