/** A whole number from 1 to `most` as people type it, thousands apart or not; null for anything else. */
export function wholeNumber(typed: string, most: number): number | null {
  const digits = typed.replace(/[\s,.\u00a0\u202f](?=\d{3}\b)/g, "").trim();
  const value = Number(digits);
  return /^\d+$/.test(digits) && value >= 1 && value <= most ? value : null;
}
