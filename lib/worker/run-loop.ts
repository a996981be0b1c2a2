import { log } from "../core/log";
import { withStatementKind } from "../core/statement-kind";

interface LoopOptions {
  name: string;
  /** Pause between two looks when the last one found nothing. */
  everyMs: number;
  /** Does what is due. A number above zero says how much that was, and means: look again at once. */
  work(): Promise<unknown>;
}

export interface Loop {
  /** Looks now instead of at the end of the pause. */
  wake(): void;
  /** Resolves when the work in hand is done; no further work starts. */
  stop(): Promise<void>;
}

/** How long a loop holds back after a failure, so that an absent database is not hammered. */
const failurePauseMs = 500;

/** Repeats one kind of work until stopped. A failure is logged and tried again, never fatal. */
export function runLoop({ name, everyMs, work }: LoopOptions): Loop {
  let isStopped = false;
  let isWoken = false;
  let endPause = () => {};

  async function pause(ms: number): Promise<void> {
    if (isStopped || isWoken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function turn(): Promise<number> {
    try {
      const done = await withStatementKind("batch", work);
      return typeof done === "number" && done > 0 ? 0 : everyMs;
    } catch (error) {
      if (!isStopped) log().error({ err: error, loop: name }, "worker loop failed, trying again");
      return Math.max(everyMs, failurePauseMs);
    }
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      isWoken = false;
      const pauseMs = await turn();
      if (pauseMs > 0) await pause(pauseMs);
    }
  }

  const running = run();
  return {
    wake() {
      isWoken = true;
      endPause();
    },
    stop() {
      isStopped = true;
      endPause();
      return running;
    },
  };
}
