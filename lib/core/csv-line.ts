import { plainText } from "./plain-text";

/** A comma by RFC 4180; a semicolon where the comma is in the numbers, as spreadsheets in Poland read it. */
export type Separator = "," | ";";

/**
 * How a text begins that a spreadsheet takes for a formula (OWASP, CSV injection), also in the full-width and small
 * forms of East Asian keyboards and behind what cannot be seen; and a line break or tab, which may begin a new cell.
 */
const formula =
  /^[\s\p{C}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front. A phone
 * number keeps its plus, for plus and digits compute nothing, and a number of ours its minus; beside semicolons it has a
 * decimal comma, or a spreadsheet would take 12.05 for a day in May. Control characters and
 * overrides of direction are left out: they only serve to deceive whoever reads the file.
 */
export function csvLine(cells: unknown[], separator: Separator = ","): string {
  return `${cells.map((cell) => toCell(cell, separator)).join(separator)}\r\n`;
}

function toCell(value: unknown, separator: Separator): string {
  if (typeof value === "number" && separator === ";") return String(value).replace(".", ",");
  const text = value instanceof Date ? value.toISOString() : plainText(String(value ?? ""));
  const isPlain = typeof value === "number" || /^\+\d{3,15}$/.test(text);
  const safe = formula.test(text) && !isPlain ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
