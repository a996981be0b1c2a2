import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { operatorSentence } from "../core/operator-sentence";
import { type RunningPages, startPages } from "./start-pages";

/** Pauses before each new start, the last again and again. */
const pausesMs = [0, 250, 500, 1000, 2000, 5000];
/** Who lived this long did not end because of how it starts: the next start comes without a pause. */
const steadyMs = 60_000;

/** The process of the pages, as its main process sees it. */
export interface KeptPages {
  /** Where it takes requests; undefined while it is away. */
  socket(): string | undefined;
  stop(): Promise<void>;
}

/**
 * Starts the process of the pages, and starts it again whenever it ends by itself, however often: the API does not need
 * it. Throws unavailable when it does not start the first time.
 */
export async function keepPages(program: string): Promise<KeptPages> {
  const stopping = new AbortController();
  let current: RunningPages | undefined;
  let restarting = Promise.resolve();
  let failures = 0;

  async function start(): Promise<boolean> {
    const run = await startPages(program, stopping.signal);
    if (!run) return false;
    current = run;
    const startedMs = performance.now();
    void run.ended.then(() => {
      current = undefined;
      failures = performance.now() - startedMs > steadyMs ? 0 : failures + 1;
      if (!stopping.signal.aborted) restarting = restart();
    });
    return true;
  }

  async function startAgain(): Promise<boolean> {
    log().error({ failures }, "the process of the pages ended, starting it again");
    const pauseMs = pausesMs[Math.min(failures, pausesMs.length - 1)];
    await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (stopping.signal.aborted) return false;
    return start().catch((error: unknown) => {
      log().error({ err: error }, "the process of the pages could not be started");
      return false;
    });
  }

  async function restart(): Promise<void> {
    while (!stopping.signal.aborted && !(await startAgain())) failures += 1;
  }

  if (!(await start())) {
    throw new AppError(
      "unavailable",
      operatorSentence(
        "The pages could not be loaded; see the errors above. To start the API alone, set ROLE=api.",
      ),
    );
  }
  return {
    socket: () => current?.socket,
    async stop() {
      stopping.abort();
      await restarting;
      await current?.stop();
    },
  };
}
