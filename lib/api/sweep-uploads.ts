import { lstat, opendir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { log } from "../core/log";

/** Longer than any upload takes, its reading and storing included. */
const minAgeMs = 3_600_000;
/** Entries of the folder of temporary files that are looked at, at most. */
const maxEntries = 100_000;
const uploadName = /^depesza-upload-(\d{1,10})-[\w-]{6}$/;

/** What the name of a folder begins with that an upload of this process lies in. */
export function uploadPrefix(): string {
  return join(tmpdir(), `depesza-upload-${process.pid}-`);
}

/**
 * Removes the folders of uploads that a killed process of this user left behind: an hour old, and of a process that is
 * gone. For the start, when none of this process is that old. What cannot be removed stays, and is logged.
 */
export async function sweepUploads(now = Date.now()): Promise<void> {
  try {
    let looked = 0;
    for await (const { name } of await opendir(tmpdir())) {
      looked += 1;
      if (looked > maxEntries) return;
      const path = join(tmpdir(), name);
      if (await isLeft(path, uploadName.exec(name)?.[1], now)) {
        await rm(path, { recursive: true, force: true });
      }
    }
  } catch (error) {
    log().warn({ err: error }, "uploads of a process that is gone could not be removed");
  }
}

async function isLeft(path: string, pid: string | undefined, now: number): Promise<boolean> {
  if (pid === undefined || isOfAnother(Number(pid))) return false;
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) return false;
  return now - found.mtimeMs > minAgeMs;
}

/** Whether another process has this number now. In a container, the next run often has that of the last. */
function isOfAnother(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code !== "ESRCH";
  }
}
