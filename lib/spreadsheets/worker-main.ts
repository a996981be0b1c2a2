// The thread that reads one file for read-spreadsheet, and says what is in it, piece by piece, as it is asked.
import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "../core/errors";
import type { WorkerMessage, WorkerTask } from "./_protocol";
import { readFileRows } from "./_read-file";

let questions = 0;
let notice: () => void = () => undefined;

parentPort?.on("message", () => {
  questions += 1;
  notice();
});

/** The next piece is read while the last one is stored, and waits here. */
async function answer(message: WorkerMessage): Promise<void> {
  while (questions === 0) {
    await new Promise<void>((resolve) => {
      notice = resolve;
    });
  }
  questions -= 1;
  parentPort?.postMessage(message);
}

async function read(task: WorkerTask): Promise<void> {
  try {
    for await (const message of readFileRows(task)) await answer(message);
    await answer({ ended: true });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { key, params } = error.sentence;
    await answer({ refused: { key, params } });
  }
}

await read(workerData);
