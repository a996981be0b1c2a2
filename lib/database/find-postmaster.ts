import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

/** The PostgreSQL that runs on `DATA_DIR/postgres` now, whoever started it; undefined when none does. */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const data = join(dataDir, "postgres");
  const recorded = readPidFile(data);
  return recorded && isPostgresOn(recorded.pid, data) ? recorded : undefined;
}

/**
 * Removes a `postmaster.pid` whose number now belongs to some other program: PostgreSQL would refuse to
 * start because of it. One with a dead number it judges by itself.
 */
export function removeRecycledPidFile(dataDir: string): void {
  const data = join(dataDir, "postgres");
  const recorded = readPidFile(data);
  if (recorded && isAlive(recorded.pid) && !isPostgresOn(recorded.pid, data)) {
    rmSync(join(data, "postmaster.pid"), { force: true });
  }
}

/** Whether a process with this number exists. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// Lines of postmaster.pid: process, data folder, start, port, socket folder, address, shared memory, state.
function readPidFile(data: string): Postmaster | undefined {
  const path = join(data, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3] ?? 0), isReady: lines[7]?.trim() === "ready" };
}

function isPostgresOn(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  const words = existsSync("/proc/self/cmdline") ? commandFromProc(pid) : commandFromPs(pid);
  return words.includes("postgres") && words.includes(data);
}

function commandFromProc(pid: number): string {
  const path = `/proc/${pid}/cmdline`;
  return existsSync(path) ? readFileSync(path, "utf8").replaceAll("\0", " ") : "";
}

function commandFromPs(pid: number): string {
  return (
    spawnSync("ps", ["-o", "command=", "-ww", "-p", String(pid)], { encoding: "utf8" }).stdout ?? ""
  );
}
