import { sql } from "drizzle-orm";
import { db } from "../core/db";
import { codeOf } from "../core/to-app-error";
import { recordHeartbeat } from "../queue/record-heartbeat";

const everyMs = 1000;
/** A setting of the server that allows no temporary files (SQLSTATE 53400) says nothing about its disk. */
const notAllowed = "53400";

const latest: { atMs: number; proof?: Promise<void> } = { atMs: 0 };

/**
 * Resolves when the database takes writes; rejects with what it said. Whoever asks within a second shares one proof, so
 * that asking often costs nothing, and nothing grows by it.
 */
export function proveWritable(): Promise<void> {
  if (!latest.proof || performance.now() - latest.atMs > everyMs) {
    latest.atMs = performance.now();
    latest.proof = write();
  }
  return latest.proof;
}

async function write(): Promise<void> {
  await allocate();
  await recordHeartbeat("readiness");
}

/** A row may fit into a page that is there already. A series larger than the memory it may use takes new room on the disk. */
async function allocate(): Promise<void> {
  const sort = db().transaction(async (tx) => {
    await tx.execute(sql`set local work_mem = '64kB'`);
    await tx.execute(sql`select count(*) from generate_series(1, 10000)`);
  });
  await sort.catch((error: unknown) => {
    if (codeOf(error) !== notAllowed) throw error;
  });
}
