import type { Encoding, Separator } from "./contract";

/** A row with content, and its number in the file: the first line is row 1, empty rows count. */
export interface Row {
  position: number;
  cells: string[];
}

/** What the reader is asked for; all but the file may be left to it. */
export interface ReadingOptions {
  encoding?: Encoding | undefined;
  separator?: Separator | undefined;
  hasHeader?: boolean | undefined;
}

export interface WorkerTask extends ReadingOptions {
  file: { path: string } | { bytes: Uint8Array };
}

/** What is known of a file once its first rows were read. */
export interface Head {
  format: "text" | "xlsx";
  /** Of a text file. */
  encoding: Encoding | null;
  /** Of a text file; null for a list of numbers. */
  separator: Separator | null;
  /** Of a workbook: the sheet that is read, and how many other visible ones are not. */
  sheet: { name: string; others: number } | null;
  hasHeader: boolean;
  columns: string[];
  /** The first rows, for a preview and for guessing what the columns are. */
  sampleRows: string[][];
}

export interface Chunk {
  rows: Row[];
  /** Columns so far: a later row may be wider than those before it. */
  width: number;
}

/** What the worker says; after each chunk it waits until it is asked for the next. */
export type WorkerMessage =
  | { head: Head }
  | { chunk: Chunk }
  | { ended: true }
  | { refused: { key: string; params: Readonly<Record<string, string | number>> } };
