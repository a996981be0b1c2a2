// Renard's series R10 (ISO 3), rounded as prices are: ten steps to a decade, evenly apart on a logarithmic scale.
const decade = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8];
const lowest = 100;
const decades = 5;

/** The volumes the slider stops at, from 100 to 10,000,000. */
export const volumeStops: readonly number[] = [
  ...Array.from({ length: decades }, (_, power) =>
    decade.map((step) => Math.round(step * lowest * 10 ** power)),
  ).flat(),
  lowest * 10 ** decades,
];

/** The slider's stop nearest to a volume. */
export function nearestStop(messages: number): number {
  return Math.round(placeOf(messages) * (volumeStops.length - 1));
}

/** Where on the scale a volume is, from 0 to 1; beyond its ends, the end. */
export function placeOf(messages: number): number {
  const place = Math.log10(Math.max(1, messages) / lowest) / decades;
  return Math.min(1, Math.max(0, place));
}
