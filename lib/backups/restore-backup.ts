import type pg from "pg";
import { directDatabaseUrl } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { withLock } from "../database/acquire-lock";
import { migrate } from "../database/migrate";
import { listenerName } from "../queue/listener-name";
import { fillTables } from "./_fill-tables";
import { guardProgress } from "./_guard-progress";
import { type StagedFiles, stageFiles } from "./_kept-files";
import { dropEverything, emptyTables, migrateTo, ourMigrations, setTriggers } from "./_make-tables";
import { isEncrypted } from "./_read-archive";
import { newestMigration } from "./_read-catalog";
import { checkBackup, damaged, tooNew } from "./check-backup";
import { type Manifest, rowsOf } from "./manifest";
import { clearRestoreMarker, setRestoreMarker } from "./restore-marker";

interface Wanted {
  path: string;
  /** Replaces what the database has; without it, it must have no account. */
  isReplacing: boolean;
}

interface Restored {
  manifest: Manifest;
  rows: number;
  /** What the operator should know of the keys and `carriers.json`. */
  notes: string[];
}

/** What the pools of running processes are called in pg_stat_activity. */
const poolName = "depesza";

/**
 * Makes the database and the keys what they were when a backup was made, and migrates them to this version. The whole file
 * is checked before anything changes, and the rows are one transaction: whenever it is interrupted, the database is as
 * before. Throws conflict while a server runs on the database, or when it has accounts and is not to be replaced.
 */
export async function restoreBackup({ path, isReplacing }: Wanted): Promise<Restored> {
  const passphrase = env().BACKUP_PASSPHRASE;
  const manifest = await checkBackup({ path, passphrase });
  checkMigration(path, manifest);
  const source = { path, manifest, passphrase: (await isEncrypted(path)) ? passphrase : undefined };
  const url = directDatabaseUrl();
  const notes = await withLock(url, "migration", async (client) => {
    await client.query("set idle_in_transaction_session_timeout = 0; set lock_timeout = '10s'");
    await refuseRunning(client);
    if (!isReplacing) await refuseOccupied(client);
    await refuseForeign(client);
    return replaceAll(client, source);
  });
  await migrate(url);
  return { manifest, rows: rowsOf(manifest), notes };
}

async function replaceAll(
  client: pg.Client,
  source: Omit<Parameters<typeof fillTables>[1], "onPart">,
): Promise<string[]> {
  const progress = guardProgress();
  // A connection that is gone ends the wait for it.
  progress.signal.addEventListener("abort", () => client.connection.stream.destroy());
  let staged: StagedFiles | undefined;
  try {
    await client.query("begin");
    await dropEverything(client);
    await migrateTo(client, source.manifest.migration);
    const { manifest, left } = await keepOurs(client, source.manifest);
    await emptyTables(client, manifest.tables);
    const filling = { ...source, manifest, onPart: progress.note };
    staged = stageFiles(await fillTables(client, filling));
    await setTriggers(client, manifest.tables, "enable");
    for (const { name, value } of manifest.sequences) {
      await client.query(
        "select setval(place, $2::bigint) from to_regclass($1) as place where place is not null",
        [`public."${name}"`, value],
      );
    }
    setRestoreMarker();
    await client.query("commit");
    staged.place();
    clearRestoreMarker();
    progress.end();
    // All is there: only the planner's figures are missing, which autovacuum brings, too.
    await client.query("analyze").catch(() => undefined);
    return [
      ...left.map((name) => `${name} was not restored: Depesza has no such table.`),
      ...staged.notes,
    ];
  } catch (error) {
    throw progress.signal.aborted ? progress.signal.reason : error;
  } finally {
    progress.end();
    staged?.discard();
  }
}

/** Tables that somebody else made in the same database are in a backup, too; only ours can be filled. */
async function keepOurs(client: pg.Client, manifest: Manifest) {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
  );
  const ours = new Set(rows.map(({ name }) => name));
  const tables = manifest.tables.filter(({ name }) => ours.has(name));
  const left = manifest.tables.map(({ name }) => name).filter((name) => !ours.has(name));
  return { manifest: { ...manifest, tables }, left };
}

/** Only migrations that this build has can make the tables of the backup. */
function checkMigration(path: string, { migration }: Manifest): void {
  const known = ourMigrations().map(({ folderMillis }) => folderMillis);
  if (migration > Math.max(...known)) throw tooNew(path);
  if (!known.includes(migration)) {
    throw damaged(path, "its tables are of no release of Depesza");
  }
}

/** What a running process remembers of the old rows would be written into the new ones. */
async function refuseRunning(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name in ($1, $2)`,
    [poolName, listenerName],
  );
  if (rows[0]?.count === 0) return;
  throw refusal("Depesza is running on this database; stop all of its processes before a restore.");
}

async function refuseOccupied(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>(
    "select to_regclass('public.accounts') is not null as exists",
  );
  if (!rows[0]?.exists) return;
  const found = await client.query("select 1 from accounts limit 1");
  if (found.rows.length === 0) return;
  throw refusal(
    "The database has accounts. To lose them and everything they have, add --replace; to keep them, restore into another DATA_DIR or database.",
  );
}

/** Tables that Depesza has not made belong to somebody else. */
async function refuseForeign(client: pg.Client): Promise<void> {
  if ((await newestMigration(client)) > 0) return;
  const { rows } = await client.query(
    `select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e') limit 1`,
  );
  if (rows.length === 0) return;
  throw refusal("The database has tables that are not of Depesza; restore into an empty one.");
}

function refusal(sentence: string): AppError {
  return new AppError("conflict", operatorSentence(sentence));
}
