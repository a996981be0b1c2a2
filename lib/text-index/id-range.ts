/** The IDs from one to another, both included. */
export interface IdRange {
  low: string;
  high: string;
}

/** Every ID there can be. */
export const allIds: IdRange = {
  low: "00000000-0000-0000-0000-000000000000",
  high: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

/** The IDs of both ranges; null if there are none. */
export function intersect(one: IdRange, other: IdRange): IdRange | null {
  const low = one.low > other.low ? one.low : other.low;
  const high = one.high < other.high ? one.high : other.high;
  return low <= high ? { low, high } : null;
}

/** The same IDs in rising ranges that do not meet. */
export function mergeRanges(ranges: IdRange[]): IdRange[] {
  const merged: IdRange[] = [];
  for (const { low, high } of ranges.toSorted((one, other) => (one.low < other.low ? -1 : 1))) {
    const last = merged.at(-1);
    if (!last || last.high < low) merged.push({ low, high });
    else if (last.high < high) last.high = high;
  }
  return merged;
}
