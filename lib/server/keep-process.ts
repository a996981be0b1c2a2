import { setTimeout as wait } from "node:timers/promises";
import { log } from "../core/log";

/** Pauses before each new start, the last again and again. */
const pausesMs = [0, 250, 500, 1000, 2000, 5000];
/** Who lived this long did not end because of how it starts: the next start comes without a pause. */
const steadyMs = 60_000;

/** A process that runs. */
interface Running {
  /** Resolves when it is gone, for whatever reason. */
  ended: Promise<void>;
  stop(withinMs: number): Promise<void>;
}

/** A process that is to run always, as its main process sees it. */
export interface KeptProcess<T> {
  /** Undefined while it is away. */
  current(): T | undefined;
  /** Ends it for good, within this time. */
  stop(withinMs: number): Promise<void>;
}

interface Keeping<T> {
  /** What the log calls it. */
  name: string;
  start(signal: AbortSignal): Promise<T>;
  /** Called with each that runs, and with undefined when it is gone. */
  onChange?(current: T | undefined): void;
}

/**
 * Starts a process, and starts it again whenever it ends by itself, however often: the others do not need it. Throws what
 * the first start throws.
 */
export async function keepProcess<T extends Running>({
  name,
  start,
  onChange,
}: Keeping<T>): Promise<KeptProcess<T>> {
  const stopping = new AbortController();
  let current: T | undefined;
  let restarting = Promise.resolve();
  let failures = 0;

  function change(next: T | undefined): void {
    current = next;
    onChange?.(next);
  }

  async function run(): Promise<void> {
    const running = await start(stopping.signal);
    const startedMs = performance.now();
    change(running);
    void running.ended.then(() => {
      change(undefined);
      failures = performance.now() - startedMs > steadyMs ? 0 : failures + 1;
      if (!stopping.signal.aborted) restarting = restart();
    });
  }

  async function runAgain(): Promise<boolean> {
    log().error({ process: name, failures }, "a process ended, starting it again");
    const pauseMs = pausesMs[Math.min(failures, pausesMs.length - 1)];
    await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (stopping.signal.aborted) return true;
    return run().then(
      () => true,
      (error: unknown) => {
        log().error({ err: error, process: name }, "a process could not be started");
        return false;
      },
    );
  }

  async function restart(): Promise<void> {
    while (!stopping.signal.aborted && !(await runAgain())) failures += 1;
  }

  await run();
  return {
    current: () => current,
    async stop(withinMs) {
      stopping.abort();
      await restarting;
      await current?.stop(withinMs);
    },
  };
}
