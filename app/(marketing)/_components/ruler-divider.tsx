const parts = 4;
const partUnits = 153;
const length = parts * partUnits;

// One path for all lines of a kind: seventy elements would be seventy parts of the page to bring to life.
const minor = ticks(Math.ceil(length / 9), 9, "9V14");
const major = `${ticks(parts + 1, partUnits, "0V14")}M0 14H${length}`;

/** A hairline that is a ruler: four segments long, like the texts this is about. */
export function RulerDivider() {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${length} 14`}
      preserveAspectRatio="none"
      className="mt-14 h-3.5 w-full overflow-visible fill-none stroke-control"
    >
      <path d={minor} vectorEffect="non-scaling-stroke" />
      <path d={major} className="stroke-ink" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function ticks(count: number, units: number, line: string): string {
  return Array.from({ length: count }, (_, index) => `M${index * units} ${line}`).join("");
}
