import "server-only";
import { listRangedCountries, readRanges } from "./_read-ranges";

interface HeldRanges {
  /** Leading digits, country code included, of the ranges that were given to this holder. */
  held: string[];
  /** Parts of them that went to somebody else. */
  others: string[];
}

const maxNames = 500;
const known = new Map<string, HeldRanges>();

/**
 * The number ranges of an operator, by its name in whatever case; none for a name nobody has. The first search for
 * a name reads the ranges of all countries; the result is kept.
 */
export function listHeldRanges(operator: string): HeldRanges {
  const name = operator.toLowerCase();
  const kept = known.get(name);
  if (kept) return kept;
  if (known.size >= maxNames) known.clear();
  const ranges = findRanges(name);
  known.set(name, ranges);
  return ranges;
}

function findRanges(name: string): HeldRanges {
  const found: HeldRanges = { held: [], others: [] };
  for (const code of listRangedCountries()) {
    const ranges = [...(readRanges(code) ?? [])];
    const held = new Set(
      ranges.filter(([, holder]) => holder.toLowerCase() === name).map(([prefix]) => prefix),
    );
    if (held.size === 0) continue;
    const isPart = (prefix: string) =>
      [...prefix].some((_, length) => held.has(prefix.slice(0, length)));
    const others = ranges
      .map(([prefix]) => prefix)
      .filter((each) => !held.has(each) && isPart(each));
    found.held.push(...[...held].map((prefix) => code + prefix));
    found.others.push(...others.map((prefix) => code + prefix));
  }
  return found;
}
