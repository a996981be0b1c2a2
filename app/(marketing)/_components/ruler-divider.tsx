const parts = 4;
const partUnits = 153;

/** A hairline that is a ruler: four segments long, like the texts this is about. */
export function RulerDivider() {
  const length = parts * partUnits;
  const minor = Array.from({ length: Math.ceil(length / 9) }, (_, index) => index * 9);
  const major = Array.from({ length: parts + 1 }, (_, index) => index * partUnits);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${length} 14`}
      preserveAspectRatio="none"
      className="mt-14 h-3.5 w-full overflow-visible stroke-control"
    >
      {minor.map((at) => (
        <line key={at} x1={at} x2={at} y1="9" y2="14" vectorEffect="non-scaling-stroke" />
      ))}
      <g className="stroke-ink">
        {major.map((at) => (
          <line key={at} x1={at} x2={at} y1="0" y2="14" vectorEffect="non-scaling-stroke" />
        ))}
        <line x1="0" x2={length} y1="14" y2="14" vectorEffect="non-scaling-stroke" />
      </g>
    </svg>
  );
}
