import { rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../core/errors";
import { makeDataFolder, unusableFolder } from "../core/make-data-folder";
import { operatorSentence } from "../core/operator-sentence";

/** What the embedded database needs to start and to go on for a while. */
export const minFreeBytes = 200_000_000;
/** Two segments of PostgreSQL's write-ahead log: with less it stops in the middle of its work, and does not start. */
export const fullBytes = 32_000_000;

/** Makes the data folder, and refuses with a sentence when it cannot be written or its disk is full. */
export async function checkDataFolder(folder: string, neededBytes: number): Promise<void> {
  const probe = join(folder, `.write-check-${process.pid}`);
  makeDataFolder(folder);
  try {
    await writeFile(probe, "written to see whether it can be\n");
    await rm(probe, { force: true });
  } catch (cause) {
    const isFull = (cause as NodeJS.ErrnoException).code === "ENOSPC";
    throw isFull ? noSpace(folder, 0, minFreeBytes) : unusableFolder(cause, folder);
  }
  const available = await freeBytes(folder);
  if (available < neededBytes) throw noSpace(folder, available, neededBytes);
}

/** What this user may still write on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder);
  return disk.bavail * disk.bsize;
}

function noSpace(folder: string, available: number, needed: number): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      `The disk of ${folder} has only ${megabytes(available)} MB left; free at least ${megabytes(needed)} MB or set DATA_DIR to a folder on another disk.`,
    ),
  );
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}
