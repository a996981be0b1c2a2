import type { SegmentCount } from "@/lib/sms/count-segments";

const labelledAtMost = 10;

/** A ruler as long as the segments of a text, a tall tick at each boundary, filled as far as the text goes. */
export function SegmentRuler({ count }: { count: SegmentCount }) {
  const { segments, unitsPerSegment, remaining } = count;
  const length = segments * unitsPerSegment;
  const filled = length - remaining;
  const step = minorStep(length);
  const minor = Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step);
  const major = Array.from({ length: segments + 1 }, (_, index) => index * unitsPerSegment);
  const labelled = segments > labelledAtMost ? [length] : major.slice(1);
  return (
    <div aria-hidden="true">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${length} 16`}
        preserveAspectRatio="none"
        className="h-4 w-full overflow-visible"
      >
        <rect x="0" y="11" width={filled} height="5" className="fill-petrol" />
        <g className="stroke-control">
          {minor.map((at) => (
            <line key={at} x1={at} x2={at} y1="6" y2="11" vectorEffect="non-scaling-stroke" />
          ))}
        </g>
        <g className="stroke-ink">
          {major.map((at) => (
            <line key={at} x1={at} x2={at} y1="0" y2="16" vectorEffect="non-scaling-stroke" />
          ))}
          <line x1="0" x2={length} y1="16" y2="16" vectorEffect="non-scaling-stroke" />
        </g>
      </svg>
      <div className="relative mt-0.5 h-4 font-mono text-mute text-xs tabular-nums">
        {labelled.map((at) => (
          <span
            key={at}
            style={{ left: `${(at / length) * 100}%` }}
            className="absolute -translate-x-full pr-0.5"
          >
            {at}
          </span>
        ))}
      </div>
    </div>
  );
}

function minorStep(length: number): number {
  if (length <= 160) return 10;
  return length <= 670 ? 20 : 50;
}
