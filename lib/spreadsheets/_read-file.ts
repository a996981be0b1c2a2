import { readFile } from "node:fs/promises";
import { decodeText } from "./_decode-text";
import { detectEncoding } from "./_detect-encoding";
import { detectFormat } from "./_detect-format";
import { detectLayout } from "./_detect-layout";
import { openWorkbook } from "./_open-workbook";
import type { Chunk, Head, WorkerTask } from "./_protocol";
import { readCsv } from "./_read-csv";
import { readXlsx } from "./_read-xlsx";
import { refuse } from "./_refuse";
import { shapeRows } from "./_shape-rows";
import { type Encoding, maxFileBytes } from "./contract";
import { spreadsheetSentences } from "./sentences";

/** What stands between the cells is told from the beginning. */
const sampleBytes = 65_536;

/** The head and then the rows of a file, whatever format it has. Throws invalid_request where it can't be read. */
export async function* readFileRows(
  task: WorkerTask,
): AsyncGenerator<{ head: Head } | { chunk: Chunk }, undefined> {
  const bytes = "path" in task.file ? await readFile(task.file.path) : toBuffer(task.file.bytes);
  if (bytes.length > maxFileBytes) {
    throw refuse(spreadsheetSentences.tooManyBytes({ max: maxFileBytes / 1_048_576 }));
  }
  yield* detectFormat(bytes) === "xlsx" ? readWorkbook(bytes, task) : readText(bytes, task);
}

async function* readWorkbook(bytes: Buffer, { hasHeader }: WorkerTask) {
  const workbook = await openWorkbook(bytes);
  const { name, others } = workbook.sheet;
  const facts = {
    format: "xlsx",
    encoding: null,
    separator: null,
    sheet: { name, others },
  } as const;
  yield* shapeRows(readXlsx(workbook), { facts, hasHeader });
}

async function* readText(bytes: Buffer, task: WorkerTask) {
  const encoding = task.encoding ?? detectEncoding(bytes);
  const [sample = ""] = decodeText(bytes.subarray(0, sampleBytes), encoding);
  const layout = detectLayout(sample);
  const separator = task.separator ?? layout.separator;
  const facts = { format: "text", encoding, separator, sheet: null } as const;
  const pieces = textPieces(bytes, encoding, layout.skip);
  yield* shapeRows(readCsv(pieces, separator), { facts, hasHeader: task.hasHeader });
}

/** The text behind what is to be skipped, in a form that PostgreSQL takes. */
function* textPieces(bytes: Buffer, encoding: Encoding, skip: number) {
  let isFirst = true;
  for (const piece of decodeText(bytes, encoding)) {
    yield (isFirst ? piece.slice(skip) : piece).replaceAll("\0", "\uFFFD");
    isFirst = false;
  }
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
