import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { acquireLock, isLockHeld } from "./acquire-lock";
import { checkDataFolder } from "./check-data-folder";
import { chooseIdentity } from "./choose-identity";
import { createCluster } from "./create-cluster";
import { endPostgres } from "./end-postgres";
import { findBinaries } from "./find-binaries";
import { findPostmaster, ownerOf, type Postmaster } from "./find-postmaster";
import { keepPostgres } from "./keep-postgres";
import { startPostgres } from "./start-postgres";

export interface EmbeddedOpening {
  dataDir: string;
  password: string;
  /** A server must own the database; a visit (the command line) also uses one that somebody else owns. */
  purpose: "serve" | "visit";
  /** PostgreSQL settings on top of ours, as `name=value`. */
  settings?: string[];
  /** Called when the embedded PostgreSQL has ended and starting it again was given up. */
  onLost?: () => void;
}

export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

// A stopping server needs a moment, and a starting one has no lock yet in its first instants.
const ownedTimeoutMs = 10_000;
const orphanGraceMs = 2_000;
const silentTimeoutMs = 60_000;
const visitorTimeoutMs = 30_000;

/**
 * Opens the database in `DATA_DIR`. Its owner is the process that started PostgreSQL, and holds a lock inside the database
 * while it lives. A PostgreSQL that nobody owns is an orphan: it is ended, by force if it must be, and replaced.
 */
export async function openEmbedded(opening: EmbeddedOpening): Promise<OpenDatabase> {
  const { dataDir, password } = opening;
  await checkDataFolder(dataDir, 0);
  const identity = chooseIdentity(dataDir, findBinaries());
  await createCluster({ dataDir, password, identity });
  const wait: Wait = { startedAt: Date.now(), failures: 0, unownedSince: undefined };
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
}

/** Uses a PostgreSQL that runs already, or ends it when nobody owns it; throws when there is no point in waiting. */
async function comeToTerms(running: Postmaster, opening: EmbeddedOpening, wait: Wait) {
  if (!(await isOwned(running, opening))) return endOrphan(running, opening.dataDir, wait);
  wait.unownedSince = undefined;
  const visit = opening.purpose === "visit" ? await visitOther(running, opening) : undefined;
  if (visit) return visit;
  const waitedMs = Date.now() - wait.startedAt;
  if (opening.purpose === "serve" && waitedMs > ownedTimeoutMs) throw inUse(opening.dataDir);
  if (waitedMs > silentTimeoutMs) throw unanswering(opening.dataDir, running);
  return undefined;
}

/** A PostgreSQL of unknown origin may be one whose owner is about to take its lock. */
async function endOrphan(running: Postmaster, dataDir: string, wait: Wait): Promise<undefined> {
  wait.unownedSince ??= Date.now();
  const isAbandoned = ownerOf(running) === "dead";
  if (isAbandoned || Date.now() - wait.unownedSince > orphanGraceMs) {
    await endPostgres(dataDir, running);
  }
  return undefined;
}

async function startOwn(opening: EmbeddedOpening, wait: Wait): Promise<OpenDatabase | undefined> {
  const { dataDir, password, settings, onLost, purpose } = opening;
  const identity = chooseIdentity(dataDir, findBinaries());
  const start = purpose === "serve" ? keepPostgres : startPostgres;
  const own = await start({
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
  const lock = await acquireLock(url, "owner").catch(async (cause: unknown) => {
    await own.stop();
    throw refusedKey(dataDir, cause);
  });
  async function close() {
    if (opening.purpose === "visit") await lock?.waitFor("visitors", visitorTimeoutMs);
    await lock?.release();
    await own?.stop();
  }
  return { url, close };
}

async function visitOther(
  { port, isReady }: Postmaster,
  { dataDir, password }: EmbeddedOpening,
): Promise<OpenDatabase | undefined> {
  if (!isReady) return undefined;
  const url = urlOf(port, password);
  const lock = await unlessSilent(dataDir, acquireLock(url, "visitors"));
  return lock && { url, close: () => lock.release() };
}

/** By the process that started it, as long as that lives; the lock is for what no process of ours has started. */
async function isOwned(running: Postmaster, { dataDir, password }: EmbeddedOpening) {
  const owner = ownerOf(running);
  if (owner === "another" || owner === "dead") return owner === "another";
  const url = urlOf(running.port, password);
  return running.isReady && (await unlessSilent(dataDir, isLockHeld(url, "owner")));
}

/** Undefined when PostgreSQL does not answer yet; throws when it refuses the key. */
function unlessSilent<T>(dataDir: string, asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if ((error as { code?: string }).code === "28P01") throw refusedKey(dataDir, error);
    return undefined;
  });
}

function urlOf(port: number, password: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

function inUse(dataDir: string): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      `DATA_DIR ${dataDir} is in use by another running server; stop it or set DATA_DIR.`,
    ),
  );
}

function unanswering(dataDir: string, { pid, owner }: Postmaster): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      `PostgreSQL (process ${pid}) runs on ${dataDir} but does not respond; stop the server that started it (process ${owner?.pid}) and start again.`,
    ),
  );
}

function refusedKey(dataDir: string, cause: unknown): AppError {
  if ((cause as { code?: string }).code !== "28P01") {
    return new AppError(
      "unavailable",
      operatorSentence(`The embedded PostgreSQL in ${dataDir} stopped answering; start again.`),
      { cause },
    );
  }
  return new AppError(
    "unavailable",
    operatorSentence(
      `The embedded database rejects the key in ${dataDir}/secrets.json; restore the file that belongs to it.`,
    ),
    { cause },
  );
}
