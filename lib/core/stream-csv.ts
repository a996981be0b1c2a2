import { csvLine, type Separator } from "./csv-line";
import { streamLines } from "./stream-lines";

interface Table<Row> {
  heading: readonly string[];
  /** Each page is made when it is asked for. */
  pages: AsyncGenerator<Row[], undefined>;
  toCells: (row: Row) => unknown[];
  separator: Separator;
}

/** A table as CSV (RFC 4180, UTF-8 with a byte order mark, by which spreadsheets know it), a line a row. */
export function streamCsv<Row>(table: Table<Row>): ReadableStream<Uint8Array> {
  const { heading, pages, toCells, separator } = table;
  return streamLines({
    pages,
    toLine: (row) => csvLine(toCells(row), separator),
    heading: `\uFEFF${csvLine([...heading], separator)}`,
  });
}
