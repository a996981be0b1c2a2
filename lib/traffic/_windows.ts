import { dayOf, dayStart, laterDay } from "../core/time-zone";
import type { Range } from "./contract";

const hourMs = 3_600_000;

/** When each of some hours or days begins, in order, and when the last one ends. */
export type Bounds = Date[];

/** What the figures are about, in the days of one zone. */
interface Windows {
  zone: string;
  /** The last 24 hours, the running one included. */
  hours: Bounds;
  /** The last seven days, today included. */
  week: Bounds;
  today: Date;
  chart: Bounds;
}

/**
 * The windows of time in a zone's days. Messages are counted by the hour of UTC: where a day begins in the
 * middle of one (half-hour zones) the days are those of UTC, so that every figure stays the log's.
 */
export function windowsOf(range: Range, zone: string, now: Date): Windows {
  const wanted = inZone(range, zone, now);
  const starts = [wanted.hours, wanted.week, wanted.chart].flat();
  return starts.every((at) => at.getTime() % hourMs === 0) ? wanted : inZone(range, "UTC", now);
}

function inZone(range: Range, zone: string, now: Date): Windows {
  const today = dayOf(now, zone);
  const lastDays = (days: number) => dayBounds(laterDay(today, 1 - days), today, zone);
  const thisHourMs = Math.floor(now.getTime() / hourMs) * hourMs;
  const hours = hourBounds(new Date(thisHourMs - 23 * hourMs), new Date(thisHourMs + hourMs));
  const week = lastDays(7);
  const charts = { "24h": () => hours, "7d": () => week, "30d": () => lastDays(30) };
  const chart = typeof range === "string" ? charts[range]() : chosenBounds(range, zone);
  return { zone, hours, week, today: dayStart(today, zone), chart };
}

/** One day is shown by its hours. */
function chosenBounds({ from, to }: { from: string; to: string }, zone: string): Bounds {
  if (from !== to) return dayBounds(from, to, zone);
  return hourBounds(dayStart(from, zone), dayStart(laterDay(from, 1), zone));
}

function dayBounds(first: string, last: string, zone: string): Bounds {
  const bounds: Bounds = [];
  for (let day = first; day <= laterDay(last, 1); day = laterDay(day, 1)) {
    bounds.push(dayStart(day, zone));
  }
  return bounds;
}

function hourBounds(from: Date, until: Date): Bounds {
  const hours = (until.getTime() - from.getTime()) / hourMs;
  const place = (hour: number) => new Date(from.getTime() + hour * hourMs);
  return Array.from({ length: hours + 1 }, (_, hour) => place(hour));
}
