import type { CostGrouping } from "@/lib/costs/contract";
import type { Months } from "@/lib/costs/read-months";

/** What of the costs is shown; all of it is in the address. */
export interface Shown {
  by: CostGrouping;
  months: Months;
}

/** The query of the report, also of its file. */
export function costsQuery({ by, months }: Shown): string {
  return `?${new URLSearchParams({ by, ...months })}`;
}

/** The address that shows this report. */
export function costsPath(shown: Shown): string {
  return `/credits/costs${costsQuery(shown)}`;
}
