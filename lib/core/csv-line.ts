/** A comma by RFC 4180; a semicolon where the comma is in the numbers, as spreadsheets in Poland read it. */
export type Separator = "," | ";";

/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, CSV injection). A phone number keeps its plus, for plus and digits compute nothing, and a number
 * of ours its minus.
 */
export function csvLine(cells: unknown[], separator: Separator = ","): string {
  return `${cells.map(toCell).join(separator)}\r\n`;
}

function toCell(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value ?? "");
  const isPlain = typeof value === "number" || /^\+\d{3,15}$/.test(text);
  const isFormula = /^[=+\-@\t\r\0]/.test(text) && !isPlain;
  const safe = isFormula ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
