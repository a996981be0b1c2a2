import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { listenerName } from "../queue/listener-name";
import { askRow } from "./acquire-lock";

/** A server that was told to stop needs up to ten seconds. */
const leavingMs = 15_000;
const everyMs = 250;

const runningWorkers = `
  select count(*)::int as number from pg_stat_activity
  where datname = current_database() and application_name = $1`;

/**
 * Waits until no worker runs on the database. What an older version writes into tables that were migrated under it would
 * be wrong, such as messages that nobody counts. Throws unavailable when one still runs after that time.
 */
export async function awaitOthersGone(client: pg.Client, timeoutMs = leavingMs): Promise<void> {
  const untilMs = performance.now() + timeoutMs;
  for (;;) {
    const row = await askRow(client, runningWorkers, [listenerName]);
    if (row?.["number"] === 0) return;
    if (performance.now() > untilMs) throw stillRunning();
    await pause(everyMs);
  }
}

function stillRunning(): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      "An older version of Depesza is running on this database; stop all of its processes, then start this version, which migrates the database.",
    ),
  );
}
