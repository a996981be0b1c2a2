import type { NumberFormat } from "./_number-format";

const dayMs = 86_400_000;
/** The day before the first one of the system that counts from 1900, and the first of the one from 1904. */
const startOf1900 = Date.UTC(1899, 11, 31);
const startOf1904 = Date.UTC(1904, 0, 1);
/** The day after 31 December 9999, with which the serial numbers end. */
const endOfDays = 2_958_466;

interface Shown {
  format: NumberFormat;
  /** Whether the workbook counts its days from 1904. */
  isFrom1904: boolean;
}

/**
 * The number of a cell as a person sees it: without a power of ten, without the digits that a spreadsheet itself does not
 * show, and a date as `2026-03-05`, `2026-03-05 14:30`, or `14:30`.
 */
export function numberText(written: string, { format, isFrom1904 }: Shown): string {
  const value = Number(written);
  if (written.trim() === "" || !Number.isFinite(value)) return written.trim();
  if (format === "date" && value >= 0 && value < endOfDays) return dateText(value, isFrom1904);
  const text = plainNumber(value);
  return typeof format === "object" && /^\d+$/.test(text)
    ? text.padStart(format.digits, "0")
    : text;
}

/** Spreadsheets calculate with 17 digits and show 15. */
function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(15)));
}

function dateText(serial: number, isFrom1904: boolean): string {
  // Seconds are the finest that is shown, and fractions of a day are not exact.
  const time = Math.round((serial * dayMs) / 1000) * 1000;
  const clock = new Date(time % dayMs).toISOString().slice(11, 19).replace(/:00$/, "");
  if (time < dayMs) return clock;
  const day = new Date(dayOf(Math.floor(time / dayMs), isFrom1904)).toISOString().slice(0, 10);
  return time % dayMs === 0 ? day : `${day} ${clock}`;
}

/** 1900 has a 29 February there, as Lotus 1-2-3 had it: from March on the count is one too high. */
function dayOf(days: number, isFrom1904: boolean): number {
  if (isFrom1904) return startOf1904 + days * dayMs;
  return startOf1900 + (days > 59 ? days - 1 : days) * dayMs;
}
