import type { Range } from "@/lib/traffic/contract";

/** What of the overview is shown; all of it is in the address. */
export interface Shown {
  range: Range;
  test: boolean;
  /** The figures in rows and columns instead of bars. */
  isTable: boolean;
}

/** The address that shows this; what is usual is left out of it. */
export function overviewPath({ range, test, isTable }: Shown): string {
  const query = new URLSearchParams({
    ...(typeof range === "string" ? rangeQuery[range] : range),
    ...(test ? { test: "true" } : {}),
    ...(isTable ? { view: "table" } : {}),
  }).toString();
  return query ? `/overview?${query}` : "/overview";
}

const rangeQuery = { "24h": {}, "7d": { range: "7d" }, "30d": { range: "30d" } };
