/** The p50, p95 and p99 of some times in ms, to a tenth; null of none. */
export function percentilesOf(timesMs) {
  const sorted = Float64Array.from(timesMs).sort();
  const at = (share) =>
    sorted.length === 0
      ? null
      : rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

/** The middle of some numbers, between two of them when there is none. */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

function rounded(value) {
  return Math.round(value * 10) / 10;
}
