import { AppError } from "../core/errors";
import { isMigrated } from "../database/is-migrated";
import { isWorkerAlive } from "../queue/is-worker-alive";

const retryAfterMs = 5000;
/** A database that takes longer is not there; load balancers give up at about five seconds. */
const patienceMs = 3000;

export interface Readiness {
  status: "ok";
  checks: { database: "ok"; migrations: "ok"; worker: "ok" | "late" };
}

/**
 * Whether this process can serve. Throws unavailable, naming the check that failed. A late worker is only
 * reported: what is accepted meanwhile is kept and sent later, and a load balancer that took the API away
 * because of it would turn a delay into an outage.
 */
export async function checkReadiness(): Promise<Readiness> {
  if (!(await reach(isMigrated()))) {
    throw new AppError("unavailable", "The database lacks migrations of this version.", {
      checks: { database: "ok", migrations: "failed" },
      retryAfterMs,
    });
  }
  const worker = (await reach(isWorkerAlive())) ? "ok" : "late";
  return { status: "ok", checks: { database: "ok", migrations: "ok", worker } };
}

async function reach<T>(asking: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), patienceMs);
  });
  try {
    return await Promise.race([asking, patience]);
  } catch (cause) {
    throw databaseAway(cause);
  } finally {
    clearTimeout(timer);
  }
}

function databaseAway(cause: unknown): AppError {
  return new AppError("unavailable", "The database cannot be reached.", {
    checks: { database: "failed" },
    retryAfterMs,
    cause,
  });
}
