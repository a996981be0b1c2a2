import { CsvError, parse } from "csv-parse";
import type { Row } from "./_protocol";
import { refuse } from "./_refuse";
import { maxCellLength, maxColumns, maxRows, type Separator } from "./contract";
import { spreadsheetSentences } from "./sentences";

/** A row has no more characters than its cells may have; a quotation mark that is never closed ends there. */
const maxRowLength = maxColumns * (maxCellLength + 3);
/** Empty rows are none, but each takes its time. */
const maxLines = 10 * maxRows;
/** Divides no list of numbers. */
const nothing = "\u001F";

/**
 * The rows of a text (RFC 4180), as many at a time as a piece of it has. Also read: other line ends, cells in which a
 * quotation mark stands unescaped, and rows of different lengths. `separator` null: a list of numbers.
 */
export async function* readCsv(
  pieces: Iterable<string>,
  separator: Separator | null,
): AsyncGenerator<Row[], undefined> {
  const parser = parse({
    delimiter: separator ?? nothing,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRowLength,
  });
  // Whoever reads or writes next meets the error.
  parser.on("error", () => undefined);
  let position = 0;
  const numbered = (cells: string[]): Row => {
    position += 1;
    if (position > maxLines) throw refuse(spreadsheetSentences.tooManyRows({ max: maxRows }));
    return { position, cells };
  };
  for (const piece of pieces) {
    parser.write(separator === null ? piece.replace(/[,;]/g, "\n") : piece);
    if (parser.errored) throw wordError(parser.errored);
    yield takeRows(parser, numbered);
  }
  parser.end();
  try {
    for await (const cells of parser) yield [numbered(cells)];
  } catch (error) {
    throw wordError(error);
  }
}

/** Written pieces are parsed at once, so that all their rows wait to be taken. */
function takeRows(parser: { read(): string[] | null }, numbered: (cells: string[]) => Row): Row[] {
  const rows: Row[] = [];
  for (let cells = parser.read(); cells !== null; cells = parser.read()) rows.push(numbered(cells));
  return rows;
}

function wordError(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Number(error["records"] ?? 0) + 1;
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return refuse(spreadsheetSentences.tooLongRow({ row }), error);
  }
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return refuse(spreadsheetSentences.openQuote({ row }), error);
  }
  return error;
}
