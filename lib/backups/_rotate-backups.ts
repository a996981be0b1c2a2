import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isBackupName } from "./backup-names";

/** Deletes all but the newest backups of a folder; nothing else in it. Returns the names of those that are gone. */
export async function rotateBackups(folder: string, keep: number): Promise<string[]> {
  const names = (await readdir(folder)).filter(isBackupName).sort();
  const old = names.slice(0, -keep);
  for (const name of old) await rm(join(folder, name), { force: true });
  return old;
}
