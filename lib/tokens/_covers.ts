import { rangeOf } from "./_normalise-cidr";

/**
 * Whether every address of some ranges (as `normaliseCidr` keeps them) is in others; ranges that touch count as one.
 * IPv4 is the part of IPv6 as which lists of addresses see it.
 */
export function covers(outer: readonly string[], inner: readonly string[]): boolean {
  const spans = joined(outer);
  return inner.map(rangeOf).every(({ first, last }) => {
    return spans.some((span) => span.first <= first && last <= span.last);
  });
}

type Range = ReturnType<typeof rangeOf>;

function joined(ranges: readonly string[]): Range[] {
  const sorted = ranges.map(rangeOf).sort((one, other) => (one.first < other.first ? -1 : 1));
  const spans: Range[] = [];
  for (const { first, last } of sorted) {
    const open = spans.at(-1);
    if (open === undefined || first > open.last + 1n) spans.push({ first, last });
    else if (last > open.last) open.last = last;
  }
  return spans;
}
