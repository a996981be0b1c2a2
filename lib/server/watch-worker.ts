import { watchInstallation } from "../monitoring/watch-installation";
import { type Loop, runLoop } from "../worker/run-loop";

/** A worker that starts with this process may need so long for its first heartbeat. */
const startMs = 60_000;
const everyMs = 15_000;

/** Watches whether a worker is alive, from a process that answers requests: a dead one cannot say so itself. */
export function watchWorker(): Loop {
  // Not the age of the process, which may have built the program first.
  const startedMs = performance.now();
  const hasStarted = () => performance.now() - startedMs >= startMs;
  return runLoop({
    name: "watch over the worker",
    everyMs,
    work: async () => (hasStarted() ? watchInstallation("api") : 0),
  });
}
