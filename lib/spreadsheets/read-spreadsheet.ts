import "server-only";
import { stat } from "node:fs/promises";
import { AppError } from "../core/errors";
import { type Release, slots } from "../core/limits/slots";
import { once } from "../core/once";
import { coreSentences } from "../core/sentences";
import type { Head, ReadingOptions, Row, WorkerTask } from "./_protocol";
import { refuse, refuseByKey } from "./_refuse";
import { type RunningWorker, runWorker } from "./_run-worker";
import { maxFileBytes } from "./contract";
import { spreadsheetSentences } from "./sentences";

/** Each has a thread with a heap of its own. */
const maxFilesAtOnce = 2;
const maxFilesWaiting = 20;
const maxWaitMs = 30_000;
const maxReadingMs = 120_000;

const places = once(() =>
  slots({
    perKey: maxFilesAtOnce,
    total: maxFilesAtOnce,
    waitingPerKey: maxFilesWaiting,
    waitingTotal: maxFilesWaiting,
  }),
);

interface Source extends ReadingOptions {
  /** A file, or its content; pasted text is content, too. */
  file: WorkerTask["file"];
  /** For how long the rows may be read, their storing included. */
  timeoutMs?: number;
}

/** An open file. `columns` becomes longer where a later row is wider than those before it, with empty names. */
export interface Spreadsheet extends Head {
  /** The rows, at most 1,000 at a time; read once. Ending it early closes the file, too. */
  chunks: AsyncGenerator<Row[], undefined>;
  /** Ends the reading; needed by those who don't read all chunks. */
  close(): Promise<void>;
}

/**
 * Opens a file of rows: XLSX, CSV with any separator, or a list of numbers. It is read in a thread that waits for its
 * reader, so memory stays small. What is not given of encoding, separator, and header is guessed, and said. Throws
 * invalid_request for what can't be read or is beyond a limit, here or with a chunk; unavailable when too many files are
 * being read.
 */
export async function readSpreadsheet({
  timeoutMs = maxReadingMs,
  ...task
}: Source): Promise<Spreadsheet> {
  const sizeBytes = await sizeOf(task.file);
  if (sizeBytes === 0) throw refuse(spreadsheetSentences.empty);
  if (sizeBytes > maxFileBytes) {
    throw refuse(spreadsheetSentences.tooManyBytes({ max: maxFileBytes / 1_048_576 }));
  }
  const release = await takePlace();
  const worker = startWorker(task, { timeoutMs, release });
  try {
    const message = await nextOf(worker);
    if (!("head" in message)) throw new Error("The head of a file comes first.");
    const { head } = message;
    return { ...head, chunks: readChunks(worker, head.columns), close: worker.stop };
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

async function sizeOf(file: WorkerTask["file"]): Promise<number> {
  return "path" in file ? (await stat(file.path)).size : file.bytes.byteLength;
}

async function takePlace(): Promise<Release> {
  const release = await places().acquire("file", maxWaitMs);
  if (!release) throw new AppError("unavailable", coreSentences.tooManyFiles);
  return release;
}

function startWorker(
  task: WorkerTask,
  { timeoutMs, release }: { timeoutMs: number; release: Release },
): RunningWorker {
  try {
    return runWorker(task, { timeoutMs, ended: release });
  } catch (error) {
    release();
    throw error;
  }
}

async function* readChunks(
  worker: RunningWorker,
  columns: string[],
): AsyncGenerator<Row[], undefined> {
  try {
    for (;;) {
      const message = await nextOf(worker);
      if (!("chunk" in message)) return;
      while (columns.length < message.chunk.width) columns.push("");
      yield message.chunk.rows;
    }
  } finally {
    await worker.stop();
  }
}

async function nextOf(worker: RunningWorker) {
  const message = await worker.next();
  if ("refused" in message) throw refuseByKey(message.refused.key, message.refused.params);
  return message;
}
