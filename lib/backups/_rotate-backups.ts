import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { backups } from "@/drizzle/schema/backups";
import { db } from "../core/db";

/** Of how many of the oldest the files are looked for; each run deletes one, usually. */
const maxLooked = 10_000;

/**
 * Deletes all but the newest backups that the schedule of this installation made in a folder; nothing else in it, whatever it
 * is called. Returns the names of those that are gone.
 */
export async function rotateBackups(folder: string, keep: number): Promise<string[]> {
  const made = await db()
    .select({ file: backups.file })
    .from(backups)
    .where(and(eq(backups.source, "schedule"), isNotNull(backups.endedAt), isNull(backups.failure)))
    .orderBy(desc(backups.startedAt))
    .limit(maxLooked);
  const present = new Set(await readdir(folder));
  const old = made
    .map(({ file }) => file)
    .filter((file) => present.has(file))
    .slice(keep);
  for (const name of old) await rm(join(folder, name), { force: true });
  return old;
}
