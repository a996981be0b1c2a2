import { addPage, bodyEnd, bodyWidth, heightOf, margin, rule, type Sheet, write } from "./_sheet";
import type { PdfColumn, PdfTable } from "./pdf-content";

const gap = 12;
const rowPadding = 5;

interface Cell {
  x: number;
  width: number;
  isFigure: boolean;
}

/** A table; its heads are repeated on each page that it goes on to. */
export function drawTable(sheet: Sheet, table: PdfTable): void {
  const cells = cellsOf(table.columns);
  const heads = table.columns.map(({ head }) => head);
  // A heading is not left behind at the foot of a page.
  if (sheet.y + 90 > bodyEnd) addPage(sheet);
  if (table.heading) {
    sheet.y += write(sheet, table.heading, whole, { size: 12, isBold: true }) + 6;
  }
  drawHeads(sheet, heads, cells);
  for (const row of table.rows) {
    if (sheet.y + heightOfRow(sheet, row, cells) > bodyEnd) {
      addPage(sheet);
      drawHeads(sheet, heads, cells);
    }
    drawRow(sheet, row, cells);
    rule(sheet, sheet.y);
  }
  if (table.total) {
    if (sheet.y + heightOfRow(sheet, table.total, cells, true) > bodyEnd) addPage(sheet);
    rule(sheet, sheet.y, true);
    drawRow(sheet, table.total, cells, true);
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
  const height = Math.max(...cells.map(({ width }, at) => heightOf(sheet, heads[at] ?? "", width, style)));
  for (const [at, { x, width, isFigure }] of cells.entries()) {
    write(sheet, heads[at] ?? "", { x, width }, { ...style, isFigure });
  }
  sheet.y += height + 3;
  rule(sheet, sheet.y);
}

function heightOfRow(sheet: Sheet, row: readonly string[], cells: readonly Cell[], isBold = false) {
  const heights = cells.map(({ width }, at) => heightOf(sheet, row[at] ?? "", width, { isBold }));
  return Math.max(...heights) + 2 * rowPadding;
}

function drawRow(sheet: Sheet, row: readonly string[], cells: readonly Cell[], isBold = false): void {
  const y = sheet.y + rowPadding;
  const heights = cells.map(({ x, width, isFigure }, at) =>
    write(sheet, row[at] ?? "", { x, width, y }, { isBold, isFigure }),
  );
  sheet.y = y + Math.max(...heights) + rowPadding;
}
