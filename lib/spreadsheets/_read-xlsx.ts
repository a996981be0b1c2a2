import { numberText } from "./_number-text";
import type { Workbook } from "./_open-workbook";
import { parseXml, type XmlReader } from "./_parse-xml";
import type { Row } from "./_protocol";
import { refuse } from "./_refuse";
import { richText } from "./_rich-text";
import { maxColumns } from "./contract";
import { spreadsheetSentences } from "./sentences";

/** The last row that a sheet can have. */
const lastRow = 1_048_576;

/**
 * The rows of the first visible sheet, as many at a time as a piece of it has. A formula is its last result, an error is
 * an empty cell, and merged cells are the first of them.
 */
export async function* readXlsx(workbook: Workbook): AsyncGenerator<Row[], undefined> {
  let rows: Row[] = [];
  const reader = sheetReader(workbook, (row) => rows.push(row));
  const stream = await workbook.archive.open(workbook.sheet.path);
  for await (const _ of parseXml(stream, reader)) {
    yield rows;
    rows = [];
  }
}

interface Cell {
  column: number;
  type: string;
  style: number;
}

/** Collects the cells of a sheet (ECMA-376 part 1, 18.3.1) and passes on each row. */
function sheetReader(workbook: Workbook, pass: (row: Row) => void): XmlReader {
  let row: Row = { position: 0, cells: [] };
  let cell: Cell = { column: -1, type: "", style: 0 };
  let isText = false;
  let isPhonetic = false;
  const text = richText();
  const begin = () => {
    isText = !isPhonetic;
  };
  const end = () => {
    isText = false;
  };
  return {
    open: {
      row({ r }) {
        row = { position: positionOf(r, row.position), cells: [] };
        cell = { column: -1, type: "", style: 0 };
      },
      c({ r, t = "n", s }) {
        cell = { column: columnOf(r) ?? cell.column + 1, type: t, style: Number(s ?? 0) };
        text.begin();
      },
      v: begin,
      t: begin,
      rPh() {
        isPhonetic = true;
      },
    },
    close: {
      v: end,
      t: end,
      rPh() {
        isPhonetic = false;
      },
      c() {
        const content = contentOf(cell, text.read(), workbook);
        if (content !== "") place(row, cell.column, content);
      },
      row: () => pass(row),
    },
    text: (piece) => isText && text.add(piece),
  };
}

/** Rows rise; a file that says otherwise is read in its own order. */
function positionOf(written: string | undefined, last: number): number {
  const position = Number(written);
  return Number.isInteger(position) && position > last && position <= lastRow ? position : last + 1;
}

/** `C7` is in column 2, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function contentOf({ type, style }: Cell, written: string, workbook: Workbook): string {
  switch (type) {
    case "s":
      return workbook.texts[Number(written)] ?? "";
    case "inlineStr":
    case "str":
      return written;
    case "b":
      return { 1: "TRUE", true: "TRUE", 0: "FALSE", false: "FALSE" }[written] ?? "";
    case "e":
      return "";
    case "d":
      return written.replace("T", " ").replace(/ 00:00:00(?:\.0+)?$/, "");
    default: {
      const format = workbook.formats[style] ?? "plain";
      return numberText(written, { format, isFrom1904: workbook.isFrom1904 });
    }
  }
}

function place(row: Row, column: number, content: string): void {
  if (column >= maxColumns) {
    throw refuse(spreadsheetSentences.tooManyColumns({ row: row.position, max: maxColumns }));
  }
  while (row.cells.length < column) row.cells.push("");
  row.cells[column] = content;
}
