"use client";

import type { SegmentCount } from "@/lib/sms/count-segments";
import { useWords } from "./language/use-words";
import { segmentWords } from "./segment-words";

/** "GSM-7 · 143/160 · 1 segment · 1 credit" */
export function SegmentSummary({ count }: { count: SegmentCount }) {
  const words = useWords(segmentWords);
  const length = count.segments * count.unitsPerSegment;
  return (
    <span className="font-mono text-sm tabular-nums">
      {count.encoding} · {length - count.remaining}/{length} · {words.segments(count.segments)} ·{" "}
      {words.credits(count.segments)}
    </span>
  );
}
