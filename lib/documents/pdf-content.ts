import type { Language } from "../language/language";

export interface Party {
  label: string;
  /** The first one is the name. */
  lines: readonly string[];
}

export interface PdfColumn {
  head: string;
  /** Its share of the width, relative to the other columns. */
  share: number;
  /** Figures stand under each other, at the right. */
  isFigure?: boolean;
}

export interface PdfTable {
  heading?: string;
  columns: readonly PdfColumn[];
  rows: readonly (readonly string[])[];
  /** The last row, set apart from the others. */
  total?: readonly string[];
}

/** What a PDF file says, from top to bottom. Everything is in the reader's language already. */
export interface PdfContent {
  language: Language;
  title: string;
  /** Beside the title, at the right: a number or a month. */
  mark: string;
  lead?: string;
  parties?: readonly Party[];
  facts: readonly (readonly [name: string, value: string])[];
  tables: readonly PdfTable[];
  notes: readonly string[];
  /** At the foot of each page, before its number. */
  footer: string;
}
