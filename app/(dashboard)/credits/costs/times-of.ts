import { laterDay } from "@/lib/core/time-zone";
import { boundsOf, listOf, type Months } from "@/lib/costs/read-months";

/** The days of one month up to today, or several months, in order. */
export function timesOf(months: Months, now = new Date()): string[] {
  if (months.from !== months.to) return listOf(months);
  const { first, end } = boundsOf(months);
  const tomorrow = laterDay(now.toISOString().slice(0, 10), 1);
  const isOver = tomorrow <= first || tomorrow > end;
  const days: string[] = [];
  for (let day = first; day < (isOver ? end : tomorrow); day = laterDay(day, 1)) days.push(day);
  return days;
}
