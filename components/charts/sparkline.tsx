interface SparklineProps {
  /** Oldest first; null where there is nothing to show. */
  values: readonly (number | null)[];
}

const height = 24;
const step = 10;

/** A line over a ruler with a tick for each value: how a figure developed. It adds nothing for screen readers. */
export function Sparkline({ values }: SparklineProps) {
  const width = (values.length - 1) * step;
  const top = Math.max(...values.map((value) => value ?? 0), 0);
  const points = values.map((value, place) =>
    value === null ? null : { x: place * step, y: heightOf(value, top) },
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${height + 6}`}
      preserveAspectRatio="none"
      className="h-8 w-full overflow-visible"
      fill="none"
      aria-hidden="true"
    >
      <g className="stroke-control">
        {values.map((_, place) => (
          <line
            key={place}
            x1={place * step}
            x2={place * step}
            y1={height + (place === values.length - 1 ? 0 : 3)}
            y2={height + 6}
            vectorEffect="non-scaling-stroke"
          />
        ))}
        <line x1="0" x2={width} y1={height + 6} y2={height + 6} vectorEffect="non-scaling-stroke" />
      </g>
      <path
        d={pathOf(points, width)}
        className="stroke-ink"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** Zero lies just above the ruler, the greatest value at the upper edge. */
function heightOf(value: number, top: number): number {
  return top === 0 ? height : height - (value / top) * (height - 2);
}

/** A gap in the values is a gap in the line; a value alone is a short dash that stays over the ruler. */
function pathOf(points: readonly ({ x: number; y: number } | null)[], width: number): string {
  return points
    .map((point, place) => {
      if (!point) return "";
      if (points[place - 1]) return `L${point.x} ${point.y}`;
      return points[place + 1]
        ? `M${point.x} ${point.y}`
        : `M${Math.max(0, point.x - 2)} ${point.y}L${Math.min(width, point.x + 2)} ${point.y}`;
    })
    .join("");
}
