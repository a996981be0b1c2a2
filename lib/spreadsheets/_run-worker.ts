import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isProduction } from "../core/env";
import { projectRoot } from "../database/project-root";
import type { WorkerMessage, WorkerTask } from "./_protocol";
import { refuse } from "./_refuse";
import { spreadsheetSentences } from "./sentences";

/** The heap of a thread: a workbook keeps all its texts there. */
const defaultHeapMb = 160;

export interface RunningWorker {
  /** Asks for the next message. Rejects once the thread failed, or its time is up. */
  next(): Promise<WorkerMessage>;
  /** Ends the thread, wherever it is. */
  stop(): Promise<void>;
}

interface Waiter {
  resolve(message: WorkerMessage): void;
  reject(error: unknown): void;
}

interface Limits {
  timeoutMs: number;
  maxHeapMb?: number;
  /** Called when the thread is gone, for whatever reason. */
  ended: () => void;
}

/** Starts a thread that reads a file. It ends by `stop`, when its time is up, and when its heap is full. */
export function runWorker(
  task: WorkerTask,
  { timeoutMs, ended, maxHeapMb = defaultHeapMb }: Limits,
): RunningWorker {
  const { program, ...how } = workerProgram();
  const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: 16 };
  // It reads a file of anybody: it gets none of the settings of this process.
  // Next's bundler takes what an imported `Worker` is given for a module of its own, and this program is none.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(program, { ...how, workerData: task, resourceLimits, env: {} });
  let failure: unknown;
  let waiter: Waiter | undefined;
  const fail = (error: unknown) => {
    failure ??= error;
    waiter?.reject(failure);
    waiter = undefined;
  };
  const stop = async () => {
    await worker.terminate();
  };
  const timer = setTimeout(() => {
    fail(refuse(spreadsheetSentences.tooSlow));
    void stop();
  }, timeoutMs);
  worker.on("message", (message: WorkerMessage) => {
    waiter?.resolve(message);
    waiter = undefined;
  });
  worker.on("error", (error) => fail(wordFailure(error)));
  worker.on("exit", () => {
    clearTimeout(timer);
    fail(new Error("The thread that reads a file has ended."));
    ended();
  });
  return {
    stop,
    next() {
      if (failure !== undefined) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        waiter = { resolve, reject };
        worker.postMessage("next");
      });
    },
  };
}

function wordFailure(error: unknown): unknown {
  const isTooLarge =
    error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isTooLarge ? refuse(spreadsheetSentences.tooMuchMemory, error) : error;
}

/** The bundle; where this file itself runs, as under tests, what the bundle is made of. */
function workerProgram() {
  if (!import.meta.url.endsWith(".ts") || isProduction()) {
    return { program: join(projectRoot(), "dist/spreadsheets.mjs"), eval: false };
  }
  const entry = pathToFileURL(join(projectRoot(), "lib/spreadsheets/worker-main.ts")).href;
  const program = `import("tsx/esm/api").then((tsx) => tsx.tsImport("${entry}", "${entry}"))`;
  return { program, eval: true };
}
