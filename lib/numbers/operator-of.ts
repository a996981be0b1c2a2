import { findRangeHolder } from "./find-range-holder";

interface Operator {
  operator: string | null;
  operator_source: "carrier" | "range" | null;
}

/**
 * A message's operator and who says so: the carrier that reported it, else the plan of number ranges,
 * which knows nothing of numbers that were ported. Both null when nobody knows.
 */
export function operatorOf({ operator, to }: { operator: string | null; to: string }): Operator {
  if (operator !== null) return { operator, operator_source: "carrier" };
  const holder = findRangeHolder(to);
  return { operator: holder, operator_source: holder === null ? null : "range" };
}
