import { join } from "node:path";
import { once } from "../core/once";
import { plainText } from "../core/plain-text";
import { projectRoot } from "../database/project-root";
import type { PdfContent } from "./pdf-content";

export const pageSize = { width: 595.28, height: 841.89 } as const;
export const margin = 52;
export const bodyWidth = pageSize.width - 2 * margin;
/** Below this line is the footer. */
export const bodyEnd = pageSize.height - 76;
const colors = { ink: "#16130f", mute: "#6a645b", line: "#d9d4ca" } as const;

const fonts = once(() => {
  const folder = join(projectRoot(), "lib/documents/fonts");
  return {
    regular: join(folder, "instrument-sans-regular.ttf"),
    bold: join(folder, "instrument-sans-semibold.ttf"),
    /** For scripts that ours lacks, such as Cyrillic and Greek. */
    other: join(folder, "dejavu-sans.ttf"),
  };
});

/** What our own font has: Latin with the letters of all languages of the European Union, and the signs that we write. */
const ownCharacters = /^[\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2026\u20ac\u2212]*$/u;

/** A page that is written on, and how far down it is. */
export interface Sheet {
  pdf: PDFKit.PDFDocument;
  y: number;
}

interface Style {
  size?: number;
  isBold?: boolean;
  isMute?: boolean;
  isFigure?: boolean;
}

/** Where a text is written, and how. */
interface Placed extends Style {
  x: number;
  width: number;
  /** Where the sheet is, if left out. */
  y?: number;
}

/** A document without a page yet, whose fonts are ours. */
export async function openSheet({ title, language }: PdfContent): Promise<Sheet> {
  // It takes time to load, and most processes never make a file.
  const { default: PdfDocument } = await import("pdfkit");
  const pdf = new PdfDocument({
    size: "A4",
    margin: 0,
    font: fonts().regular,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: { Title: plainText(title), Author: "Depesza", Creator: "Depesza", Producer: "Depesza" },
  });
  return { pdf, y: 0 };
}

/** Begins a page. */
export function addPage(sheet: Sheet): void {
  sheet.pdf.addPage();
  sheet.y = margin;
}

/** Writes a text, in lines as long as the place is wide, and returns how high they are. */
export function write(sheet: Sheet, text: string, placed: Placed): number {
  const { pdf } = sheet;
  const { x, width, y = sheet.y, isMute, isFigure } = placed;
  const shown = prepare(sheet, text, placed);
  const layout = { width, lineGap: 2 };
  const height = pdf.heightOfString(shown, layout);
  pdf.fillColor(isMute ? colors.mute : colors.ink);
  if (isFigure) pdf.text(shown, x, y, { ...layout, align: "right", features: ["tnum"] });
  else pdf.text(shown, x, y, layout);
  return height;
}

/** How high a text would be. */
export function heightOf(sheet: Sheet, text: string, placed: Style & { width: number }): number {
  return sheet.pdf.heightOfString(prepare(sheet, text, placed), {
    width: placed.width,
    lineGap: 2,
  });
}

/** A line from edge to edge. */
export function rule(sheet: Sheet, y: number, isStrong = false): void {
  sheet.pdf
    .moveTo(margin, y)
    .lineTo(pageSize.width - margin, y)
    .lineWidth(isStrong ? 1.25 : 0.5)
    .strokeColor(isStrong ? colors.ink : colors.line)
    .stroke();
}

/** Chooses the font of a text, by its characters, and returns it without what cannot be seen. */
function prepare({ pdf }: Sheet, text: string, { size = 9.5, isBold = false }: Style): string {
  const shown = plainText(text).replaceAll("\t", " ").replaceAll("\u202f", "\u00a0");
  const isOwn = ownCharacters.test(shown.replaceAll(/[\r\n]/g, ""));
  const { regular, bold, other } = fonts();
  const own = isBold ? bold : regular;
  // By its path: under a name that it was registered by, the package would open it each time.
  pdf.font(isOwn ? own : other).fontSize(size);
  return shown;
}
