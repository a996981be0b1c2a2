import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../core/errors";
import { chooseIdentity } from "./choose-identity";
import { createCluster } from "./create-cluster";
import { findBinaries } from "./find-binaries";
import { findPostmaster, type Postmaster } from "./find-postmaster";
import { holdLock, isLockHeld } from "./hold-lock";
import { startPostgres } from "./start-postgres";

export interface EmbeddedOpening {
  dataDir: string;
  password: string;
  /** A server must own the database; a visit (the command line) also uses one that somebody else owns. */
  purpose: "serve" | "visit";
  /** PostgreSQL settings on top of ours, as `name=value`. */
  settings?: string[];
  /** Called when the embedded PostgreSQL ends without having been told to. */
  onLost?: () => void;
}

export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

// A stopping server needs a moment, and a starting one has no lock yet in its first instants.
const ownedPatienceMs = 10_000;
const orphanGraceMs = 2_000;
const silentPatienceMs = 60_000;
const visitorPatienceMs = 30_000;

/**
 * Opens the database in `DATA_DIR`. Who owns it is decided by a lock inside the database itself: its holder
 * started PostgreSQL and stops it. A PostgreSQL that nobody owns is an orphan and is replaced.
 */
export async function openEmbedded(opening: EmbeddedOpening): Promise<OpenDatabase> {
  const { dataDir, password } = opening;
  mkdirSync(dataDir, { recursive: true });
  const identity = chooseIdentity(dataDir, findBinaries());
  await createCluster({ dataDir, password, identity });
  const wait: Wait = {
    startedAt: Date.now(),
    failures: 0,
    unownedSince: undefined,
    toldPid: undefined,
  };
  for (;;) {
    const running = findPostmaster(dataDir);
    const opened = running
      ? await comeToTerms(running, opening, wait)
      : await startOwn(opening, wait);
    if (opened) return opened;
    await pause(100);
  }
}

interface Wait {
  startedAt: number;
  failures: number;
  unownedSince: number | undefined;
  toldPid: number | undefined;
}

/** Uses a PostgreSQL that runs already, or gets nearer to its end; throws when there is no point in waiting. */
async function comeToTerms(running: Postmaster, opening: EmbeddedOpening, wait: Wait) {
  const state = await stateOf(running, opening);
  const waitedMs = Date.now() - wait.startedAt;
  if (state === "owned") {
    const visit = opening.purpose === "visit" ? await visitOther(running, opening) : undefined;
    if (visit) return visit;
    if (waitedMs > ownedPatienceMs) throw inUse(opening.dataDir);
  }
  if (waitedMs > silentPatienceMs) throw unanswering(opening.dataDir, running);
  wait.unownedSince = state === "unowned" ? (wait.unownedSince ?? Date.now()) : undefined;
  if (wait.unownedSince !== undefined) endOrphan(running, wait.unownedSince, wait);
  return undefined;
}

function endOrphan({ pid }: Postmaster, unownedSince: number, wait: Wait) {
  if (wait.toldPid === pid || Date.now() - unownedSince < orphanGraceMs) return;
  wait.toldPid = pid;
  process.kill(pid, "SIGINT");
}

async function startOwn(opening: EmbeddedOpening, wait: Wait): Promise<OpenDatabase | undefined> {
  const { dataDir, password, settings, onLost } = opening;
  const identity = chooseIdentity(dataDir, findBinaries());
  const own = await startPostgres({
    dataDir,
    identity,
    ...(settings ? { settings } : {}),
    ...(onLost ? { onLost } : {}),
  }).catch((error: unknown) => {
    // Another process may have been faster, the port may just have been taken, or the last PostgreSQL was
    // killed and its children are still on their way out: look again.
    wait.failures += 1;
    if (findPostmaster(dataDir) || wait.failures < 3) return undefined;
    throw error;
  });
  if (!own) return undefined;
  const url = urlOf(own.port, password);
  const lock = await holdLock(url, "owner").catch(async (cause: unknown) => {
    await own.stop();
    throw refusedKey(dataDir, cause);
  });
  async function close() {
    if (opening.purpose === "visit") await lock?.waitFor("visitors", visitorPatienceMs);
    await lock?.release();
    await own?.stop();
  }
  return { url, close };
}

async function visitOther(
  { port }: Postmaster,
  { password }: EmbeddedOpening,
): Promise<OpenDatabase | undefined> {
  const url = urlOf(port, password);
  const lock = await holdLock(url, "visitors").catch(() => undefined);
  return lock && { url, close: () => lock.release() };
}

async function stateOf({ port, isReady }: Postmaster, { dataDir, password }: EmbeddedOpening) {
  if (!isReady) return "silent";
  try {
    return (await isLockHeld(urlOf(port, password), "owner")) ? "owned" : "unowned";
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") throw refusedKey(dataDir, error);
    return "silent";
  }
}

function urlOf(port: number, password: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

function inUse(dataDir: string): AppError {
  return new AppError(
    "unavailable",
    `DATA_DIR ${dataDir} is in use by another running server; stop it or set DATA_DIR.`,
  );
}

function unanswering(dataDir: string, { pid }: Postmaster): AppError {
  return new AppError(
    "unavailable",
    `PostgreSQL (process ${pid}) runs on ${dataDir} but does not answer; end it with "kill -INT ${pid}" and start again.`,
  );
}

function refusedKey(dataDir: string, cause: unknown): AppError {
  if ((cause as { code?: string }).code !== "28P01") {
    return new AppError(
      "unavailable",
      `The embedded PostgreSQL in ${dataDir} stopped answering; start again.`,
      { cause },
    );
  }
  return new AppError(
    "unavailable",
    `The embedded database refuses the key in ${dataDir}/secrets.json; put back the file that belongs to it.`,
    { cause },
  );
}
