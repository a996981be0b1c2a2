import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ifThrows } from "../core/if-throws";
import { processBirth, readProcessFile } from "./process-birth";

export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
  /** The process that started it, if that was this product. */
  owner?: { pid: number; birth: string };
}

/** The PostgreSQL that runs on `DATA_DIR/postgres` now, whoever started it; undefined when none does. */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const data = join(dataDir, "postgres");
  const recorded = readPidFile(data);
  const command = recorded && isAlive(recorded.pid) ? commandOf(recorded.pid) : "";
  if (!recorded || !isPostgresOn(command, data)) return undefined;
  const [, pid, birth] = /depesza\.owner=(\d+)\/(\S+)/.exec(command) ?? [];
  return { ...recorded, ...(pid && birth ? { owner: { pid: Number(pid), birth } } : {}) };
}

/** The PostgreSQL setting by which other processes find out who started it. */
export function ownerSetting(): string {
  return `depesza.owner=${process.pid}/${processBirth(process.pid)}`;
}

/** Who started it: this process, another one that is alive, one that has ended, or nobody knows. */
export function ownerOf({ owner }: Postmaster): "self" | "another" | "dead" | "unknown" {
  if (!owner) return "unknown";
  if (processBirth(owner.pid) !== owner.birth) return "dead";
  return owner.pid === process.pid ? "self" : "another";
}

/**
 * Removes a `postmaster.pid` whose number now belongs to some other program: PostgreSQL would refuse to
 * start because of it. One with a dead number it judges by itself.
 */
export function removeRecycledPidFile(dataDir: string): void {
  const data = join(dataDir, "postgres");
  const recorded = readPidFile(data);
  if (recorded && isAlive(recorded.pid) && !isPostgresOn(commandOf(recorded.pid), data)) {
    rmSync(join(data, "postmaster.pid"), { force: true });
  }
}

/** Whether a process with this number exists. */
export function isAlive(pid: number): boolean {
  return ifThrows(
    () => process.kill(pid, 0),
    (error) => (error as NodeJS.ErrnoException).code === "EPERM",
  );
}

// Lines of postmaster.pid: process, data folder, start, port, socket folder, address, shared memory, state.
function readPidFile(data: string): Postmaster | undefined {
  const lines = textOf(join(data, "postmaster.pid")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3] ?? 0), isReady: lines[7]?.trim() === "ready" };
}

/** PostgreSQL may remove the file at any moment. */
function textOf(path: string): string {
  return ifThrows(
    () => readFileSync(path, "utf8"),
    (error) => {
      if (["ENOENT", "ENOTDIR"].includes(String((error as NodeJS.ErrnoException).code))) return "";
      throw error;
    },
  );
}

function isPostgresOn(command: string, data: string): boolean {
  return command.includes("postgres") && command.includes(data);
}

function commandOf(pid: number): string {
  if (existsSync("/proc/self/cmdline"))
    return readProcessFile(pid, "cmdline").replaceAll("\0", " ");
  const words = ["-o", "command=", "-ww", "-p", String(pid)];
  return spawnSync("ps", words, { encoding: "utf8" }).stdout ?? "";
}
