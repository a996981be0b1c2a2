import { type CostQuery, maxCostMonths } from "./contract";

/** Calendar months in UTC such as "2026-05", the first and the last taken in. */
export interface Months {
  from: string;
  to: string;
}

/**
 * The months that a report is about, whichever comes first: at most the last 24 of them. One month alone is that one, none
 * is the current one.
 */
export function readMonths({ from, to }: Pick<CostQuery, "from" | "to">, now = new Date()): Months {
  const current = now.toISOString().slice(0, 7);
  const [first = current, last = current] = [from ?? to ?? current, to ?? from ?? current].sort();
  const earliest = laterMonth(last, 1 - maxCostMonths);
  return { from: first < earliest ? earliest : first, to: last };
}

/** The calendar month so many months later, or earlier. */
function laterMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7);
}

/** The first days of these months and of the one after them. */
export function boundsOf({ from, to }: Months): { first: string; end: string } {
  return { first: `${from}-01`, end: `${laterMonth(to, 1)}-01` };
}

/** The months themselves, in order. */
export function listOf({ from, to }: Months): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = laterMonth(month, 1)) months.push(month);
  return months;
}
