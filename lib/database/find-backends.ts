import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { ifThrows } from "../core/if-throws";
import { findPostmaster } from "./find-postmaster";
import { readProcessFile, readProcessStat } from "./process-birth";

interface Backend {
  pid: number;
  parent: number;
}

/** The processes of a PostgreSQL on `DATA_DIR/postgres`, without the postmaster that started them. */
export function findBackends(dataDir: string): Backend[] {
  const data = join(dataDir, "postgres");
  if (!existsSync("/proc/self/stat")) return childrenOf(findPostmaster(dataDir)?.pid);
  if (!existsSync(data)) return [];
  const folder = realpathSync(data);
  return readdirSync("/proc").flatMap((name) => {
    const pid = Number(name);
    return /^\d+$/.test(name) && linkOf(pid, "cwd") === folder ? backendOf(pid) : [];
  });
}

/**
 * The backends that a killed postmaster left behind. They end by themselves unless they are busy or frozen, and while
 * one of them lives no PostgreSQL starts on the folder.
 */
export function findOrphanedBackends(dataDir: string): Backend[] {
  return findBackends(dataDir).filter(({ parent }) => !isPostgresProgram(parent));
}

/** Other programs may work in the folder, too, and a new postmaster has not named its processes yet. */
function backendOf(pid: number): Backend[] {
  if (!isPostgresProgram(pid) || !readProcessFile(pid, "cmdline").startsWith("postgres:"))
    return [];
  const stat = readProcessStat(pid);
  return stat ? [{ pid, parent: stat.parent }] : [];
}

function isPostgresProgram(pid: number): boolean {
  return /^postgres( \(deleted\))?$/.test(basename(linkOf(pid, "exe")));
}

function linkOf(pid: number, name: "cwd" | "exe"): string {
  return ifThrows(
    () => readlinkSync(`/proc/${pid}/${name}`),
    () => "",
  );
}

/** Where there is no /proc, only the children of a living postmaster can be told from those of others. */
function childrenOf(postmaster: number | undefined): Backend[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,command="], { encoding: "utf8" });
  return (stdout ?? "").split("\n").flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s+postgres:/.exec(line) ?? [];
    return parent && Number(parent) === postmaster
      ? [{ pid: Number(pid), parent: postmaster }]
      : [];
  });
}
