import { setTimeout as pause } from "node:timers/promises";
import { log } from "../core/log";
import { freeBytes, fullBytes } from "./check-data-folder";
import { endPostgres } from "./end-postgres";
import { findPostmaster, ownerOf } from "./find-postmaster";
import { type RunningPostgres, type Start, startPostgres } from "./start-postgres";

/** Pauses before each restart; when as many have been made within the window, the next loss is final. */
const pausesMs = [0, 250, 500, 1000, 2000];
const windowMs = 300_000;
/** A command line that came first holds the database for its own short while. */
const borrowedMs = 30_000;
const fullCheckMs = 1000;

/**
 * Starts PostgreSQL, and starts it again on the same port whenever it ends by itself: whoever is connected only has to
 * connect again. After five restarts within five minutes it is given up and `onLost` called. On a full disk it would only
 * end again: that is waited for, however long it takes, and counts as none.
 */
export async function keepPostgres({ onLost, ...start }: Start): Promise<RunningPostgres> {
  const restarts: number[] = [];
  let isStopping = false;
  let restarting = Promise.resolve();

  async function restart(): Promise<void> {
    while (!isStopping) {
      await untilRoom();
      if (isStopping) return;
      const recent = restarts.filter((at) => at > Date.now() - windowMs);
      const pauseMs = pausesMs[recent.length];
      if (pauseMs === undefined) return onLost?.();
      restarts.splice(0, restarts.length, ...recent, Date.now());
      log().error(
        { restarts: restarts.length },
        "the embedded PostgreSQL ended, starting it again",
      );
      await pause(pauseMs);
      if (await startAgain()) return;
    }
  }

  async function untilRoom(): Promise<void> {
    if (!(await isFull(start.dataDir))) return;
    log().error(
      { dataDir: start.dataDir },
      "the disk is full: the embedded PostgreSQL waits for free space",
    );
    while (!isStopping && (await isFull(start.dataDir))) await pause(fullCheckMs);
  }

  async function startAgain(): Promise<boolean> {
    try {
      await makeWay(start.dataDir);
      if (isStopping) return true;
      current = await startPostgres({ ...start, port, onLost: onEnd });
      log().info("the embedded PostgreSQL is back");
      return true;
    } catch (error) {
      log().error({ err: error }, "the embedded PostgreSQL could not be started again");
      return false;
    }
  }

  function onEnd() {
    restarting = restart();
  }

  async function stop() {
    isStopping = true;
    await restarting;
    await current.stop();
  }

  let current = await startPostgres({ ...start, onLost: onEnd });
  const { port } = current;
  return { port, stop };
}

/** A disk that can't be asked is not known to be full. */
async function isFull(folder: string): Promise<boolean> {
  return freeBytes(folder).then(
    (free) => free < fullBytes,
    () => false,
  );
}

/** Ends a PostgreSQL whose guard is gone, and waits for one that another process has opened meanwhile. */
async function makeWay(dataDir: string): Promise<void> {
  const deadline = Date.now() + borrowedMs;
  for (;;) {
    const running = findPostmaster(dataDir);
    if (!running) return;
    if (ownerOf(running) !== "another") return endPostgres(dataDir, running);
    if (Date.now() > deadline) return;
    await pause(100);
  }
}
