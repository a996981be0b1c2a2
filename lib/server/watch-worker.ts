import { watchInstallation } from "../monitoring/watch-installation";
import { type Loop, runLoop } from "../worker/run-loop";

const everyMs = 15_000;

/** Watches whether a worker is alive, from a process that answers requests: a dead one cannot say so itself. */
export function watchWorker(): Loop {
  return runLoop({ name: "watch over the worker", everyMs, work: () => watchInstallation("api") });
}
