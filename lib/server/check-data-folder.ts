import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../core/errors";

/** What the embedded database needs to start and to go on for a while. */
export const leastFreeBytes = 200_000_000;

/** Makes the data folder, and refuses with a sentence when it cannot be written or its disk is full. */
export async function checkDataFolder(folder: string, neededBytes: number): Promise<void> {
  const probe = join(folder, `.write-check-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, "written to see whether it can be\n");
    await rm(probe, { force: true });
  } catch (cause) {
    throw explainFolder(cause, folder);
  }
  const disk = await statfs(folder);
  const freeBytes = disk.bavail * disk.bsize;
  if (freeBytes < neededBytes) throw noSpace(folder, freeBytes, neededBytes);
}

function explainFolder(cause: unknown, folder: string): AppError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  if (code === "ENOSPC") return noSpace(folder, 0, leastFreeBytes);
  return new AppError(
    "unavailable",
    `The data folder ${folder} cannot be written (${code}); give this user the right to, or set DATA_DIR to another folder.`,
    { cause },
  );
}

function noSpace(folder: string, freeBytes: number, neededBytes: number): AppError {
  return new AppError(
    "unavailable",
    `The disk of ${folder} has only ${megabytes(freeBytes)} MB left; free at least ${megabytes(neededBytes)} MB or set DATA_DIR to a folder on another disk.`,
  );
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}
