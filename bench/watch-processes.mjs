// Memory and processor time of processes with all their children, as Linux counts them; nothing elsewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;
const everyMs = 250;

/**
 * Watches some processes and what they start from now on. The returned function ends it and says for how much of one
 * core, in percent, PostgreSQL and the rest ran, and the most memory that all of them had in MB.
 */
export function watchProcesses(pids) {
  const startedMs = performance.now();
  const before = usageOf(pids);
  const most = { rssMb: rssMbOf(pids) };
  const timer = setInterval(() => {
    most.rssMb = Math.max(most.rssMb, rssMbOf(pids));
  }, everyMs);
  return () => {
    clearInterval(timer);
    const after = usageOf(pids);
    const tookS = (performance.now() - startedMs) / 1000;
    const percent = (kind) =>
      Math.round(((after[kind] - before[kind]) / ticksPerSecond / tookS) * 100);
    return { cpu: percent("rest"), cpuPostgres: percent("postgres"), rssMb: most.rssMb };
  };
}

/** What processes and their children have in memory, in MB: a page that several of them share counts once. */
export function memoryMbOf(pids) {
  const sum = treeOf(pids).reduce(
    (total, { pid }) =>
      total + (kbOf(`${pid}/smaps_rollup`, "Pss") || kbOf(`${pid}/status`, "VmRSS")),
    0,
  );
  return Math.round(sum / 1024);
}

/** The same without PostgreSQL, as resident memory of each. */
export function rssMbOf(pids) {
  const own = treeOf(pids).filter(({ name }) => name !== "postgres");
  return Math.round(own.reduce((sum, { pid }) => sum + kbOf(`${pid}/status`, "VmRSS"), 0) / 1024);
}

function usageOf(pids) {
  const usage = { postgres: 0, rest: 0 };
  for (const { name, ticks } of treeOf(pids))
    usage[name === "postgres" ? "postgres" : "rest"] += ticks;
  return usage;
}

function treeOf(pids) {
  if (!existsSync("/proc/self/stat")) return [];
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(readStat)
    .filter(Boolean);
  const wanted = new Set(pids.filter(Boolean));
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return all.filter(({ pid }) => wanted.has(pid));
}

function readStat(pid) {
  const text = readProc(`${pid}/stat`);
  const found = /^(\d+) \((.*)\) (.*)$/s.exec(text);
  if (!found) return undefined;
  const fields = found[3].split(" ");
  return {
    pid: Number(pid),
    name: found[2],
    parent: Number(fields[1]),
    // Its own time, and that of its children that have ended.
    ticks: fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0),
  };
}

function kbOf(path, field) {
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(readProc(path))?.[1] ?? 0);
}

/** Empty when the process has just ended. */
function readProc(path) {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}
