import type pg from "pg";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { withConnection } from "../database/acquire-lock";

/** Said of the schema of the migrations, so that it is committed with the rows of a backup, and every machine finds it. */
const marker = "A restore is not finished.";

/** Marks, in the transaction of a restore, that its rows are there, and what belongs to them may not be. */
export async function setRestoreMarker(client: pg.ClientBase): Promise<void> {
  await client.query(`comment on schema drizzle is '${marker}'`);
}

/** The restore is finished: servers may start. */
export async function clearRestoreMarker(client: pg.ClientBase): Promise<void> {
  await client.query("comment on schema drizzle is null");
}

/**
 * Throws unavailable while a restore is not finished, or after one that was interrupted in its last steps: keys might not fit
 * their rows, and what was to expire would be sent.
 */
export async function refuseHalfRestored(url: string): Promise<void> {
  if (!(await withConnection(url, isHalfRestored))) return;
  throw new AppError(
    "unavailable",
    operatorSentence(
      "A restore is not finished. If none is running, it was interrupted; run it again with --replace: npm run cli -- restore FILE --replace.",
    ),
  );
}

/** Whether the rows of the database are of a restore that is not finished. */
export async function isHalfRestored(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ said: string | null }>(
    "select obj_description(to_regnamespace('drizzle'), 'pg_namespace') as said",
  );
  return rows[0]?.said === marker;
}
