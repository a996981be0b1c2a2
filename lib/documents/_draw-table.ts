import { setImmediate } from "node:timers/promises";
import { addPage, bodyEnd, bodyWidth, heightOf, margin, rule, type Sheet, write } from "./_sheet";
import type { PdfColumn, PdfTable } from "./pdf-content";

const rowsAtOnce = 20;
const gap = 12;
const rowPadding = 3.5;

interface Cell {
  x: number;
  width: number;
  isFigure: boolean;
  isBold?: boolean;
}

/** A table; its heads are repeated on each page that it goes on to. */
export async function drawTable(sheet: Sheet, table: PdfTable): Promise<void> {
  const cells = cellsOf(table.columns);
  const heads = table.columns.map(({ head }) => head);
  // A heading is not left behind at the foot of a page.
  if (sheet.y + 90 > bodyEnd) addPage(sheet);
  if (table.heading) {
    sheet.y += write(sheet, table.heading, { ...whole, size: 12, isBold: true }) + 6;
  }
  drawHeads(sheet, heads, cells);
  for (const [place, row] of table.rows.entries()) {
    // To lay out a text takes time, and others are waiting for this process.
    if (place % rowsAtOnce === rowsAtOnce - 1) await setImmediate();
    if (sheet.y + heightOfRow(sheet, row, cells) > bodyEnd) {
      addPage(sheet);
      drawHeads(sheet, heads, cells);
    }
    drawRow(sheet, row, cells);
    rule(sheet, sheet.y);
  }
  if (table.total) {
    const bold = cells.map((cell) => ({ ...cell, isBold: true }));
    if (sheet.y + heightOfRow(sheet, table.total, bold) > bodyEnd) addPage(sheet);
    rule(sheet, sheet.y, true);
    drawRow(sheet, table.total, bold);
  }
  sheet.y += 18;
}

const whole = { x: margin, width: bodyWidth };

function cellsOf(columns: readonly PdfColumn[]): Cell[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const width = bodyWidth - gap * (columns.length - 1);
  let x = margin;
  return columns.map(({ share, isFigure = false }) => {
    const cell = { x, width: (width * share) / shares, isFigure };
    x += cell.width + gap;
    return cell;
  });
}

function drawHeads(sheet: Sheet, heads: readonly string[], cells: readonly Cell[]): void {
  const style = { size: 8.5, isMute: true };
  const heights = cells.map((cell, at) => write(sheet, heads[at] ?? "", { ...cell, ...style }));
  sheet.y += Math.max(...heights) + 3;
  rule(sheet, sheet.y);
}

function heightOfRow(sheet: Sheet, row: readonly string[], cells: readonly Cell[]): number {
  const heights = cells.map((cell, at) => heightOf(sheet, row[at] ?? "", cell));
  return Math.max(...heights) + 2 * rowPadding;
}

function drawRow(sheet: Sheet, row: readonly string[], cells: readonly Cell[]): void {
  const y = sheet.y + rowPadding;
  const heights = cells.map((cell, at) => write(sheet, row[at] ?? "", { ...cell, y }));
  sheet.y = y + Math.max(...heights) + rowPadding;
}
