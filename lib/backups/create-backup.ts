import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type pg from "pg";
import { directDatabaseUrl } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { codeOf } from "../core/to-app-error";
import { version } from "../core/version";
import { acquireLock, withConnection } from "../database/acquire-lock";
import { freeBytes, minFreeBytes } from "../database/check-data-folder";
import { copyTable, quoted } from "./_copy-table";
import { guardProgress } from "./_guard-progress";
import { readKeptFiles } from "./_kept-files";
import { listTables, readCatalog } from "./_read-catalog";
import { type AddPart, writeArchive } from "./_write-archive";
import { isDraftName } from "./backup-names";
import { checkBackup } from "./check-backup";
import {
  formatVersion,
  type Manifest,
  manifestPath,
  type Part,
  rowsOf,
  sealPath,
  type TableEntry,
} from "./manifest";

interface Wanted {
  /** Where the file is to be; there must be none. */
  path: string;
  /** Aborts when this process is about to end. */
  signal?: AbortSignal;
}

/** Whoever writes a backup adds to it every few seconds, or gives up. */
const abandonedMs = 600_000;

export interface Backup {
  path: string;
  bytes: number;
  rows: number;
  createdAt: string;
  isEncrypted: boolean;
}

/**
 * Copies the whole database, as it is at one instant, with the keys and `carriers.json` into one file, while everything
 * goes on. The file has its name only once it was read back and every hash was right; one without is no backup. Throws
 * conflict while another backup is made, and unavailable when the disk has no room.
 */
export async function createBackup({ path, signal: outer }: Wanted): Promise<Backup> {
  const lock = await acquireLock(directDatabaseUrl(), "backup");
  if (!lock) throw busy();
  const draft = draftOf(path);
  const progress = guardProgress(outer);
  const passphrase = env().BACKUP_PASSPHRASE;
  try {
    await removeDrafts(dirname(path));
    const write = (add: AddPart) =>
      fillArchive(watched(add, { folder: dirname(path), progress }), progress.signal);
    const bytes = await writeArchive({ path: draft, passphrase, signal: progress.signal }, write);
    const onPart = () => {
      progress.signal.throwIfAborted();
      progress.note();
    };
    const manifest = await checkBackup({ path: draft, passphrase, onPart });
    await rename(draft, path);
    const { createdAt } = manifest;
    return { path, bytes, rows: rowsOf(manifest), createdAt, isEncrypted: Boolean(passphrase) };
  } catch (error) {
    throw worded(error, path, progress.signal);
  } finally {
    progress.end();
    await rm(draft, { force: true });
    await lock.release();
  }
}

/** Removes what killed processes left of backups: nobody has written to those for a while. */
async function removeDrafts(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter(isDraftName).map((name) => join(folder, name));
  for (const path of left) {
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > abandonedMs) await rm(path, { force: true });
  }
}

/** What a backup in the making is called: hidden, and never taken for one. */
function draftOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.partial`);
}

/** Adds while there is room: a backup leaves the database on the same disk its own. */
function watched(
  add: AddPart,
  { folder, progress }: { folder: string; progress: ReturnType<typeof guardProgress> },
): AddPart {
  return async (name, content) => {
    progress.signal.throwIfAborted();
    if ((await freeBytes(folder)) < minFreeBytes + content.length) throw noRoom(folder);
    const part = await add(name, content);
    progress.note();
    return part;
  };
}

async function fillArchive(add: AddPart, signal: AbortSignal): Promise<void> {
  const createdAt = new Date().toISOString();
  const { tables, ...catalog } = await withConnection(directDatabaseUrl(), (client) => {
    // A connection that is gone ends the wait for it.
    signal.addEventListener("abort", () => client.connection.stream.destroy());
    return inSnapshot(client, async () => {
      const { tables: definitions, ...rest } = await readCatalog(client);
      const copied: TableEntry[] = [];
      for (const each of definitions) copied.push(await copyTable(client, each, add));
      return { tables: copied, ...rest };
    });
  });
  const files: Manifest["files"] = [];
  for (const { name, content } of readKeptFiles()) {
    const part = await add(`files/${name}`, content);
    files.push({ ...part, path: `files/${name}` });
  }
  const manifest: Manifest = {
    format: formatVersion,
    version,
    createdAt,
    ...catalog,
    tables,
    files,
  };
  const list = await add(manifestPath, Buffer.from(JSON.stringify(manifest)));
  await add(sealPath, sealOf(list));
}

/** The last file of an archive: with it, it is complete. */
function sealOf({ sha256 }: Part): Buffer {
  return Buffer.from(`${sha256}  ${manifestPath}\n`);
}

/**
 * Reads in one snapshot. The tables are locked against being dropped or changed before it is taken, as `pg_dump` does: what
 * is seen of them then is what is there.
 */
async function inSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query(
    "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '10s'",
  );
  const names = await listTables(client);
  await client.query("begin isolation level repeatable read read only");
  if (names.length > 0) await client.query(`lock table ${quoted(names)} in access share mode`);
  const seen = await listTables(client);
  if (seen.join() !== names.join()) throw changing();
  const result = await work();
  await client.query("commit");
  return result;
}

function worded(error: unknown, path: string, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason instanceof AppError ? signal.reason : stopped();
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return noRoom(dirname(path), error);
  if (["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR"].includes(code)) {
    const sentence = `No backup can be written to ${dirname(path)} (${code}); make the folder, and grant this user write access.`;
    return new AppError("unavailable", operatorSentence(sentence), { cause: error });
  }
  return error;
}

function stopped(): AppError {
  return new AppError(
    "unavailable",
    operatorSentence("The process that made the backup was stopped before it was finished."),
  );
}

function busy(): AppError {
  return new AppError(
    "conflict",
    operatorSentence("Another backup is being made; wait until it is finished."),
  );
}

function changing(): AppError {
  return new AppError(
    "conflict",
    operatorSentence("The tables are being migrated right now; make the backup afterwards."),
  );
}

function noRoom(folder: string, cause?: unknown): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      `The disk of ${folder} is too full for the backup; free some space, or choose a folder on another disk.`,
    ),
    cause === undefined ? {} : { cause },
  );
}
