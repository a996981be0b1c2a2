"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { creditsWords } from "../../../words";

const lookEveryMs = 3000;
const slowAfterMs = 60_000;

/** Looks again until there is word of the payment, and says so when that takes long. */
export function Waiting() {
  const words = useWords(creditsWords);
  const router = useRouter();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const look = setInterval(() => router.refresh(), lookEveryMs);
    const slow = setTimeout(() => setSlow(true), slowAfterMs);
    return () => {
      clearInterval(look);
      clearTimeout(slow);
    };
  }, [router]);
  return isSlow ? <p>{words.slow}</p> : null;
}
