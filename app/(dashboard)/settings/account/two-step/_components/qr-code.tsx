/** A QR code, dark on white in both themes: cameras do not read it the other way round. */
export function QrCode({ squares, label }: { squares: boolean[][]; label: string }) {
  const size = squares.length;
  const path = squares
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="size-52 max-w-full border border-line bg-[#fff] p-2"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
