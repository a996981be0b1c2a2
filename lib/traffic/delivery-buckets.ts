/** Where one bucket of delivery times ends and the next begins, in seconds; the function `delivery_bucket` has the same. */
export const bucketSteps = [
  0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200,
  1800, 3600, 7200, 14_400, 28_800, 86_400,
] as const;

/** How many messages took how long, as bucket and number. */
export type Histogram = ReadonlyMap<number, number>;

/**
 * The time in ms within which this share (0 to 1) of the messages was delivered, evenly spread inside a
 * bucket; null without messages. What took longer than the last step counts as that step.
 */
export function percentileMs(histogram: Histogram, share: number): number | null {
  const total = sum(histogram);
  if (total <= 0) return null;
  const wanted = total * share;
  let passed = 0;
  for (let bucket = 0; bucket <= bucketSteps.length; bucket += 1) {
    const inside = histogram.get(bucket) ?? 0;
    if (inside > 0 && passed + inside >= wanted) {
      const [from, to] = boundsOf(bucket);
      return Math.round((from + ((to - from) * (wanted - passed)) / inside) * 1000);
    }
    passed += inside;
  }
  return null;
}

function boundsOf(bucket: number): [number, number] {
  const last = bucketSteps.at(-1) ?? 0;
  return [bucketSteps[bucket - 1] ?? 0, bucketSteps[bucket] ?? last];
}

function sum(histogram: Histogram): number {
  return [...histogram.values()].reduce((total, messages) => total + messages, 0);
}
