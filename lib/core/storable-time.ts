import { z } from "zod";
import { limitedText } from "./limited-text";

/** Whether PostgreSQL reads this time as it is written on the wire: years 1 to 9999 of UTC. */
export function isStorableTime(at: Date): boolean {
  return at >= new Date("0001-01-01T00:00:00Z") && at.getUTCFullYear() <= 9999;
}

/**
 * A day such as "2026-05-15" whose beginning and end are times in any zone. A date field in a browser takes
 * "26" for the year 26: such a day is none that anybody means.
 */
export const CalendarDay = limitedText(10)
  .pipe(z.iso.date())
  .refine((day) => day >= "1970" && day < "9999");

/** A day with hours and minutes and without a zone, as in "2026-05-15T14:05". */
export const WallMinute = limitedText(16)
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
  .refine((wall) => CalendarDay.safeParse(wall.slice(0, 10)).success);
