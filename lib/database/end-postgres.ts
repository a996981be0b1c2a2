import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { operatorSentence } from "../core/operator-sentence";
import { findBackends, findOrphanedBackends } from "./find-backends";
import { findPostmaster, type Postmaster } from "./find-postmaster";

/**
 * How a PostgreSQL is ended: an orderly end, one without, and one by the kernel, each after what the one before was given.
 * PostgreSQL 18 never ends after a SIGINT that reaches it while it recovers from the loss of a backend.
 */
export const ending = [
  { signal: "INT", waitMs: 5000 },
  { signal: "QUIT", waitMs: 3000 },
  { signal: "KILL", waitMs: 3000 },
] as const;

/** Ends this PostgreSQL on `DATA_DIR/postgres` within the deadlines of `ending`, by force if it must be. */
export async function endPostgres(dataDir: string, { pid }: Postmaster): Promise<void> {
  const isRunning = () => findPostmaster(dataDir)?.pid === pid;
  for (const { signal, waitMs } of ending) {
    const backends = signal === "KILL" ? findBackends(dataDir) : [];
    if (!isRunning()) return;
    for (const each of [pid, ...backends.map((backend) => backend.pid)]) send(each, signal);
    if (await turnsTrue(() => !isRunning(), waitMs)) return;
  }
  throw new AppError(
    "unavailable",
    operatorSentence(
      `PostgreSQL (process ${pid}) on ${dataDir} cannot be ended, not even by SIGKILL; restart the machine.`,
    ),
  );
}

/** Ends what a killed postmaster left behind, so that the next one can start. */
export async function endOrphanedBackends(dataDir: string): Promise<void> {
  for (const { pid } of findOrphanedBackends(dataDir)) send(pid, "KILL");
  await turnsTrue(() => findOrphanedBackends(dataDir).length === 0, 3000);
}

function send(pid: number, signal: (typeof ending)[number]["signal"]): void {
  ifThrows(
    () => process.kill(pid, `SIG${signal}`),
    (error) => {
      // It may end at any moment.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    },
  );
}

async function turnsTrue(isTrue: () => boolean, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!isTrue()) {
    if (Date.now() > deadline) return false;
    await pause(50);
  }
  return true;
}
