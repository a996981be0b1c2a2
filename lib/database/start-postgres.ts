import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import type { Identity } from "./choose-identity";
import { ending, endOrphanedBackends, endPostgres } from "./end-postgres";
import { findPostmaster, ownerSetting, removeRecycledPidFile } from "./find-postmaster";
import { freePort } from "./free-port";

export interface Start {
  dataDir: string;
  identity: Identity;
  /** PostgreSQL settings on top of ours, as `name=value`. */
  settings?: string[];
  /** The port to answer at; a free one when left out. */
  port?: number;
  /** Called when PostgreSQL ends without having been told to. */
  onLost?: () => void;
}

export interface RunningPostgres {
  port: number;
  stop(): Promise<void>;
}

// After a crash under load PostgreSQL replays its log before it answers.
const recoveryMs = 120_000;
const endingMs = ending.reduce((sum, { waitMs }) => sum + waitMs, 0);
const largestLogBytes = 10_000_000;

const [orderly, immediate] = ending;

// The guard outlives whoever started it and ends PostgreSQL as soon as the pipe to that process is gone, even by
// `kill -9`; see `ending` for how. It ignores the terminal's and the service manager's signals: the server stops things
// in order. The children are looked up before the kill: afterwards they are no longer known by their parent.
const guard = `
trap '' INT TERM HUP
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
children() {
  if [ -r /proc/self/stat ]; then cat /proc/[0-9]*/stat; else ps -A -o pid=,comm=,state=,ppid=; fi |
    while read -r pid name state parent rest; do
      if [ "$parent" = $postgres ]; then echo "$pid"; fi
    done
}
{
  read -r word <&3
  kill -${orderly.signal} $postgres
  sleep ${orderly.waitMs / 1000}
  kill -${immediate.signal} $postgres
  sleep ${immediate.waitMs / 1000}
  kill -KILL $postgres $(children)
} 2>/dev/null &
reader=$!
wait $postgres
code=$?
kill -KILL $reader 2>/dev/null
exit $code
`;

/** Starts PostgreSQL on `DATA_DIR/postgres` and returns when it answers. It cannot outlive this process. */
export async function startPostgres(start: Start): Promise<RunningPostgres> {
  const { dataDir } = start;
  removeRecycledPidFile(dataDir);
  await endOrphanedBackends(dataDir);
  const port = start.port ?? (await freePort());
  const child = spawnGuarded(start, port);
  const ended = once(child, "exit").catch(() => undefined);
  let isStopping = false;

  async function stop() {
    isStopping = true;
    child.stdin?.end();
    await Promise.race([ended, pause(endingMs, undefined, { ref: false })]);
    // The guard itself may be gone or frozen.
    const left = findPostmaster(dataDir);
    if (left?.port === port) await endPostgres(dataDir, left);
  }

  if (!(await answers(dataDir, child, port))) {
    await stop();
    throw new AppError(
      "unavailable",
      operatorSentence(`The embedded PostgreSQL did not start: ${lastWords(dataDir)}`),
    );
  }
  void ended.then(() => {
    if (!isStopping) start.onLost?.();
  });
  return { port, stop };
}

function spawnGuarded({ dataDir, identity, settings = [] }: Start, port: number): ChildProcess {
  const options = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `port=${port}`,
    "max_connections=100",
    "shared_buffers=128MB",
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    // Errors of statements quote the row; the server that asked logs them without it.
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    ownerSetting(),
    ...settings,
  ];
  const command = [
    ...identity.prefix,
    join(identity.native, "bin/postgres"),
    ...["-D", join(dataDir, "postgres")],
    ...options.flatMap((option) => ["-c", option]),
  ];
  const logFile = openLog(dataDir);
  const child = spawn("/bin/sh", ["-c", guard, "depesza-postgres-guard", ...command], {
    ...identity.owner,
    cwd: "/",
    detached: true,
    stdio: ["pipe", logFile, logFile],
  });
  closeSync(logFile);
  // The guard may be gone before it is told to stop; that is no error.
  child.stdin?.on("error", () => undefined);
  return child;
}

async function answers(dataDir: string, child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + recoveryMs;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const postmaster = findPostmaster(dataDir);
    if (postmaster?.isReady && postmaster.port === port) return true;
    await pause(10);
  }
  return false;
}

function openLog(dataDir: string): number {
  const path = join(dataDir, "postgres.log");
  if (existsSync(path) && statSync(path).size > largestLogBytes) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function lastWords(dataDir: string): string {
  const path = join(dataDir, "postgres.log");
  const lines = existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  const fatal = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1);
  const words = fatal?.replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/, "") ?? "no reason given";
  return `${words} (see ${path}).`;
}
