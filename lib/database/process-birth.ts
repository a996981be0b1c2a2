import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { ifThrows } from "../core/if-throws";

/** When a process began, as text without spaces: tells it from a later one that got its number; undefined when it has ended. */
export function processBirth(pid: number): string | undefined {
  return existsSync("/proc/self/stat") ? readProcessStat(pid)?.birth : birthFromPs(pid);
}

/** What Linux says of a process, proc_pid_stat(5); undefined when there is none. One that waits to be reaped has ended. */
export function readProcessStat(pid: number): { parent: number; birth: string } | undefined {
  const line = readProcessFile(pid, "stat");
  // The second field is the program's name in parentheses and may hold spaces and parentheses itself.
  const [state, parent, ...rest] = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const birth = rest[17];
  return birth === undefined || state === "Z" || state === "X"
    ? undefined
    : { parent: Number(parent), birth };
}

/** A file of a process below /proc; empty when the process is gone or not ours to look at. */
export function readProcessFile(pid: number, name: "stat" | "cmdline"): string {
  return ifThrows(
    () => readFileSync(`/proc/${pid}/${name}`, "utf8"),
    () => "",
  );
}

function birthFromPs(pid: number): string | undefined {
  const { stdout } = spawnSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
  });
  const [state = "Z", ...start] = stdout.trim().split(/\s+/);
  return state.startsWith("Z") ? undefined : start.join("-").replaceAll(":", "-");
}
