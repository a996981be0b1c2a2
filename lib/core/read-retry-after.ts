const maxMs = 3_600_000;

/**
 * Reads a `Retry-After` header, in seconds or as a date (RFC 9110, 10.2.3), as milliseconds from now;
 * at most an hour. Fractions of a second, which the standard does not know, are rounded up. Null when there is none or it says nothing.
 */
export function readRetryAfter(header: string | null | undefined): number | null {
  const text = header?.trim() ?? "";
  const at = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  const ms = /^\d+(?:\.\d+)?$/.test(text) ? Math.ceil(Number(text)) * 1000 : at - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), maxMs);
}
