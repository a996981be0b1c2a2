import type { Facts } from "./contract";

/** What differs between two states of a thing, for an event; undefined when nothing does. */
export function changesBetween(
  before: Facts,
  after: Facts,
): { before: Facts; after: Facts } | undefined {
  const names = (Object.keys(after) as (keyof Facts)[]).filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
  if (names.length === 0) return undefined;
  const pick = (facts: Facts): Facts =>
    Object.fromEntries(names.map((name) => [name, facts[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
