// The thread that reads one file for read-spreadsheet, and says what is in it, piece by piece, as it is asked.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { AppError } from "../core/errors";
import type { WorkerMessage, WorkerTask } from "./_protocol";
import { readFileRows } from "./_read-file";

/** Sends each message once it is asked for; until then it waits, read while the last one is stored. */
function answersTo(port: MessagePort): (message: WorkerMessage) => Promise<void> {
  let questions = 0;
  let notice: () => void = () => undefined;
  port.on("message", () => {
    questions += 1;
    notice();
  });
  return async (message) => {
    while (questions === 0) {
      await new Promise<void>((resolve) => {
        notice = resolve;
      });
    }
    questions -= 1;
    port.postMessage(message);
  };
}

async function read(task: WorkerTask, answer: (message: WorkerMessage) => Promise<void>) {
  try {
    for await (const message of readFileRows(task)) await answer(message);
    await answer({ ended: true });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { key, params } = error.sentence;
    await answer({ refused: { key, params } });
  }
}

if (parentPort) await read(workerData, answersTo(parentPort));
