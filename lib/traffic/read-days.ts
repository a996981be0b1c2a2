import { CalendarDay } from "../core/storable-time";
import { laterDay } from "../core/time-zone";
import type { Days } from "./contract";

/** A bar a day; more of them tell nothing. */
const maxDays = 92;

/**
 * The days between two dates, whichever comes first: at most the last 92 of them; null unless both are
 * dates. One date alone is that day.
 */
export function readDays(from: unknown, to: unknown): Days | null {
  const days = [from || to, to || from].map((text) => CalendarDay.safeParse(text).data).sort();
  const [first, last] = days;
  if (!first || !last) return null;
  const earliest = laterDay(last, 1 - maxDays);
  return { from: first < earliest ? earliest : first, to: last };
}
