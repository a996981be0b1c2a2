import type { SegmentCount } from "@/lib/sms/count-segments";
import { countWords } from "./status-words";

/** "GSM-7 · 143/160 · 1 segment · 1 credit" */
export function SegmentSummary({ count }: { count: SegmentCount }) {
  const length = count.segments * count.unitsPerSegment;
  return (
    <span className="font-mono text-sm tabular-nums">
      {count.encoding} · {length - count.remaining}/{length} ·{" "}
      {countWords(count.segments, "segment")} · {countWords(count.segments, "credit")}
    </span>
  );
}
