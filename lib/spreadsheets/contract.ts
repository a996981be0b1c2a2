/** Bytes of an uploaded file at most. */
export const maxFileBytes = 33_554_432;
/** Rows with content at most, without the header. */
export const maxRows = 100_000;
/** Columns at most. */
export const maxColumns = 100;
/** Characters (UTF-16 units) of a cell at most. */
export const maxCellLength = 1000;

/** How the characters of a text file can be written, by their names in the Encoding Standard. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "iso-8859-2",
  "windows-1252",
] as const;

export type Encoding = (typeof encodings)[number];

/** What can stand between the cells of a text file. */
export const separators = [",", ";", "\t", "|"] as const;

export type Separator = (typeof separators)[number];
