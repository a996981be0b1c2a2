const written = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
/** The clocks of the world are multiples of this apart. */
const zoneStepMs = 30 * 60_000;
const maxZoneMs = 14 * 3_600_000;
/** How old a time may be, and how wrong a clock. */
const tolerance = { pastMs: 10 * 60_000, futureMs: 2_000 };

/**
 * The time in a receipt's `done date`, which is in the carrier's own time zone and does not say which. The zone is told
 * from the receipt's arrival, so only a time shortly before it counts; with minutes only (10 digits), or if in
 * doubt, null.
 */
export function readReceiptTime(date: string | undefined, arrivedAt: Date): Date | null {
  const [, year, month, day, ...clock] = written.exec(date ?? "") ?? [];
  if (!year || !month || !day) return null;
  const [hours = 0, minutes = 0, seconds = 0] = clock.map(Number);
  const local = Date.UTC(
    2000 + Number(year),
    Number(month) - 1,
    Number(day),
    hours,
    minutes,
    seconds,
  );
  const zoneMs = Math.round((local - arrivedAt.getTime()) / zoneStepMs) * zoneStepMs;
  if (!(Math.abs(zoneMs) <= maxZoneMs)) return null;
  const at = local - zoneMs;
  const ageMs = arrivedAt.getTime() - at;
  return ageMs <= tolerance.pastMs && ageMs >= -tolerance.futureMs ? new Date(at) : null;
}
