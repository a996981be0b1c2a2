import { readdirSync, readFileSync } from "node:fs";

/** Sends a signal to a process and its children; PostgreSQL's are sessions of their own, so no group has them all. */
export function signalFamily(pid: number, signal: NodeJS.Signals): void {
  for (const each of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(each, signal);
    } catch {
      // It is gone already.
    }
  }
}

/** The processes that a process has started and that still run. */
export function childrenOf(pid: number): number[] {
  return readdirSync("/proc").filter(isNumber).map(Number).filter(isChildOf(pid));
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

function isChildOf(parent: number): (pid: number) => boolean {
  return (pid) => {
    try {
      const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
      return Number(rest.split(" ")[1]) === parent;
    } catch {
      return false;
    }
  };
}
