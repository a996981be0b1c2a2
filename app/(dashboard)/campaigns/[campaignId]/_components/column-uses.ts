import { isVariableName } from "@/lib/templates/parse-text";

type Mapping = readonly (string | null)[];

/**
 * What a column can be used as: the number, the variable that its name makes, and what it is used as now. No variable is
 * called `to`, which means the number.
 */
export function usesOf(mapping: Mapping, columns: readonly string[], place: number): string[] {
  const own = variableOf(columns[place] ?? "", place);
  const now = mapping[place] ?? null;
  return [...new Set(["to", ...(now === null ? [] : [now]), own])];
}

/** The mapping with another use for one column. One column is the number, and no two are one variable: the other is ignored then. */
export function assignUse(mapping: Mapping, place: number, use: string | null): (string | null)[] {
  return mapping.map((before, index) => {
    if (index === place) return use;
    return before === use ? null : before;
  });
}

/** The variable that a column's name makes: “First name” is `first_name`. */
function variableOf(column: string, place: number): string {
  const name = column
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 40);
  return isVariableName(name) && name !== "to" ? name : `column_${place + 1}`;
}
