import { looksLikeNumber } from "./_looks-like-number";
import type { Chunk, Head, Row } from "./_protocol";
import { refuse } from "./_refuse";
import { maxCellLength, maxColumns, maxRows } from "./contract";
import { spreadsheetSentences } from "./sentences";

/** What the rows of a file are passed on as: a chunk is stored by one statement. */
const rowsPerChunk = 1000;
const charactersPerChunk = 1_000_000;
const sampleSize = 20;

type Facts = Omit<Head, "hasHeader" | "columns" | "sampleRows">;

interface Shaping {
  facts: Facts;
  /** Undefined: the first row is a header when nothing in it is a number. */
  hasHeader: boolean | undefined;
}

/**
 * The rows of a file within its limits, in chunks, the head first: empty rows are left out, and every row has as many
 * cells as the widest one so far. Throws invalid_request beyond a limit, and when no row has content.
 */
export async function* shapeRows(
  read: AsyncIterable<Row[]>,
  shaping: Shaping,
): AsyncGenerator<{ head: Head } | { chunk: Chunk }, undefined> {
  const table = emptyTable(shaping);
  for await (const rows of read) {
    for (const row of rows) {
      table.add(row);
      if (table.isFull()) yield* table.take();
    }
  }
  if (table.isEmpty()) throw refuse(spreadsheetSentences.empty);
  yield* table.take();
  if (table.rowCount() === 0) throw refuse(spreadsheetSentences.onlyHeader);
}

function emptyTable({ facts, hasHeader: chosen }: Shaping) {
  let header: string[] | undefined;
  let isHeadKnown = false;
  let hasHeader = false;
  let width = 0;
  let rowCount = 0;
  let characters = 0;
  let rows: Row[] = [];

  function add({ position, cells }: Row): void {
    const length = lengthOf(cells);
    if (length === 0) return;
    checkCells(position, cells, length);
    width = Math.max(width, length);
    if (header === undefined && takesAsHeader(cells.slice(0, length))) return;
    rowCount += 1;
    if (rowCount > maxRows) throw refuse(spreadsheetSentences.tooManyRows({ max: maxRows }));
    for (const cell of cells) characters += cell.length;
    rows.push({ position, cells: cells.length > length ? cells.slice(0, length) : cells });
  }

  function takesAsHeader(cells: string[]): boolean {
    hasHeader = chosen ?? !cells.some(looksLikeNumber);
    header = hasHeader ? cells.map((cell) => cell.trim()) : [];
    return hasHeader;
  }

  function* take(): Generator<{ head: Head } | { chunk: Chunk }, undefined> {
    for (const { cells } of rows) while (cells.length < width) cells.push("");
    if (!isHeadKnown && rows.length > 0) {
      const columns = Array.from({ length: width }, (_, index) => header?.[index] ?? "");
      const sampleRows = rows.slice(0, sampleSize).map(({ cells }) => cells);
      yield { head: { ...facts, hasHeader, columns, sampleRows } };
      isHeadKnown = true;
    }
    if (rows.length > 0) yield { chunk: { rows, width } };
    rows = [];
    characters = 0;
  }

  return {
    add,
    take,
    isFull: () => rows.length >= rowsPerChunk || characters >= charactersPerChunk,
    isEmpty: () => header === undefined,
    rowCount: () => rowCount,
  };
}

/** Cells up to the last one that is not blank. */
function lengthOf(cells: string[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? "").trim() === "") length -= 1;
  return length;
}

function checkCells(row: number, cells: string[], length: number): void {
  if (length > maxColumns) {
    throw refuse(spreadsheetSentences.tooManyColumns({ row, max: maxColumns }));
  }
  const column = cells.findIndex((cell) => cell.length > maxCellLength) + 1;
  if (column > 0) {
    throw refuse(spreadsheetSentences.tooLongCell({ row, column, max: maxCellLength }));
  }
}
