import { buffer } from "node:stream/consumers";
import type { Language } from "../language/language";
import { drawTable } from "./_draw-table";
import {
  addPage,
  bodyEnd,
  bodyWidth,
  heightOf,
  margin,
  openSheet,
  pageSize,
  rule,
  type Sheet,
  write,
} from "./_sheet";
import type { Party, PdfContent } from "./pdf-content";

const whole = { x: margin, width: bodyWidth };
const nameWidth = 150;

/**
 * A document as a PDF file of A4 pages with embedded fonts. It is made in memory: whoever asks bounds the rows, at some
 * hundred, and the length of each text.
 */
export async function makePdf(content: PdfContent): Promise<Uint8Array> {
  const sheet = await openSheet(content);
  addPage(sheet);
  drawTitle(sheet, content);
  if (content.parties) drawParties(sheet, content.parties);
  drawFacts(sheet, content);
  for (const table of content.tables) await drawTable(sheet, table);
  for (const note of content.notes) drawNote(sheet, note);
  drawFooters(sheet, content);
  sheet.pdf.end();
  return buffer(sheet.pdf);
}

function drawTitle(sheet: Sheet, { title, mark, lead }: PdfContent): void {
  rule(sheet, sheet.y, true);
  sheet.y += 14;
  const half = bodyWidth / 2;
  const left = { x: margin, width: half + 60, size: 20, isBold: true };
  const right = { x: margin + half + 60, width: half - 60, y: sheet.y + 7 };
  const marked = write(sheet, mark, { ...right, size: 12, isFigure: true });
  sheet.y += Math.max(write(sheet, title, left), marked + 7) + 4;
  if (lead) sheet.y += write(sheet, lead, { ...whole, isMute: true });
  sheet.y += 18;
}

/** Side by side, the name of each in bold. */
function drawParties(sheet: Sheet, parties: readonly Party[]): void {
  const width = (bodyWidth - 24 * (parties.length - 1)) / parties.length;
  const ends = parties.map(({ label, lines }, at) => {
    const x = margin + at * (width + 24);
    let y = sheet.y;
    y += write(sheet, label, { x, width, y, size: 8.5, isMute: true }) + 2;
    for (const [place, line] of lines.entries()) {
      y += write(sheet, line, { x, width, y, isBold: place === 0 });
    }
    return y;
  });
  sheet.y = Math.max(...ends) + 18;
}

function drawFacts(sheet: Sheet, { facts }: PdfContent): void {
  for (const [name, value] of facts) {
    const place = { x: margin + nameWidth, width: bodyWidth - nameWidth };
    const named = write(sheet, name, { x: margin, width: nameWidth - 12, isMute: true });
    sheet.y += Math.max(named, write(sheet, value, place)) + 2;
  }
  if (facts.length > 0) sheet.y += 16;
}

function drawNote(sheet: Sheet, note: string): void {
  const style = { ...whole, size: 8.5, isMute: true };
  if (sheet.y + heightOf(sheet, note, style) > bodyEnd) addPage(sheet);
  sheet.y += write(sheet, note, style) + 4;
}

const pageWords: Record<Language, (page: number, pages: number) => string> = {
  en: (page, pages) => `Page ${page} of ${pages}`,
  pl: (page, pages) => `Strona ${page} z ${pages}`,
};

function drawFooters(sheet: Sheet, { footer, language }: PdfContent): void {
  const { start, count } = sheet.pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    sheet.pdf.switchToPage(start + page);
    const line = pageSize.height - 56;
    rule(sheet, line);
    const style = { y: line + 8, size: 8, isMute: true };
    const right = { x: pageSize.width - margin - 100, width: 100, isFigure: true };
    write(sheet, footer, { ...style, x: margin, width: bodyWidth - 120 });
    write(sheet, pageWords[language](page + 1, count), { ...style, ...right });
  }
}
