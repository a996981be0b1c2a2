import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { connectDatabase, disconnect, withCode } from "../core/connect-database";
import { within } from "../core/within";

/** The advisory locks this product takes for a whole session; the first number marks them as ours. 4 is the months'. */
const locks = { owner: 1, visitors: 2, migration: 3, backup: 5 };
type LockName = keyof typeof locks;
const ourLocks = 1_684_369_505;

/** A server that takes longer for a look at its locks does not answer. */
const answerMs = 5000;
const migrationTimeoutMs = 600_000;

export interface HeldLock {
  /** Waits until nobody else holds the other lock, at most this long. */
  waitFor(other: LockName, timeoutMs: number): Promise<void>;
  release(): Promise<void>;
}

/** Runs the work on a connection of its own and ends it afterwards. */
export async function withConnection<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const { client } = await connectDatabase(url, "depesza-lock");
  try {
    return await work(client);
  } finally {
    await disconnect(client);
  }
}

/** The first row a statement results in. Throws when the server does not answer within five seconds. */
export async function askRow(client: pg.Client, text: string, values: unknown[] = []) {
  const asked = client.query<Record<string, unknown>>(text, values);
  const { rows } = await within(asked, answerMs, () =>
    withCode("STATEMENT_TIMEOUT", "The database did not respond in time."),
  );
  return rows[0];
}

/**
 * Takes a session lock on a connection of its own; undefined when another process holds it. A lock whose
 * connection breaks (PostgreSQL restarts all of them after a crash of one) is taken again.
 */
export async function acquireLock(url: string, name: LockName): Promise<HeldLock | undefined> {
  let isWanted = true;
  let holder: pg.Client | undefined;
  let takingAgain: Promise<void> | undefined;

  async function take(): Promise<boolean> {
    const { client } = await connectDatabase(url, "depesza-lock");
    const isAccepted = await tryLock(client, name).catch(() => false);
    if (!isAccepted || !isWanted) {
      await disconnect(client);
      return false;
    }
    holder = client;
    client.once("end", () => {
      if (isWanted) takingAgain = takeAgain();
    });
    return true;
  }

  async function takeAgain(): Promise<void> {
    while (isWanted) {
      await pause(100);
      if (await take().catch(() => false)) return;
    }
  }

  async function release() {
    isWanted = false;
    // What is being taken again right now is given back, too, before anybody is told that it is free.
    await takingAgain;
    if (holder) await disconnect(holder);
  }

  async function waitFor(other: LockName, timeoutMs: number) {
    if (holder) await waitForLock(holder, other, timeoutMs).catch(() => undefined);
  }

  return (await take()) ? { waitFor, release } : undefined;
}

/** Runs the work, as long as it takes, while holding a lock that others wait for: ten minutes at most. */
export async function withLock<T>(
  url: string,
  name: LockName,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return withConnection(url, async (client) => {
    await client.query("set statement_timeout = 0");
    // When this process is killed, the server notices, rather than finish work that nobody can commit. Not every system can.
    await client.query("set client_connection_check_interval = '2s'").catch(() => undefined);
    await waitForLock(client, name, migrationTimeoutMs);
    return work(client);
  });
}

/** Whether any process holds the lock. Looks without taking it, so that looking disturbs nobody. */
export async function isLockHeld(url: string, name: LockName): Promise<boolean> {
  const held = `
    select 1 from pg_locks
    where locktype = 'advisory' and granted and classid = $1::int::oid and objid = $2::int::oid
      and database = (select oid from pg_database where datname = current_database())`;
  return withConnection(
    url,
    async (client) => (await askRow(client, held, [ourLocks, locks[name]])) !== undefined,
  );
}

async function tryLock(client: pg.Client, name: LockName): Promise<boolean> {
  const attempt =
    name === "visitors"
      ? "select pg_try_advisory_lock_shared($1::int, $2::int) as taken"
      : "select pg_try_advisory_lock($1::int, $2::int) as taken";
  const row = await askRow(client, attempt, [ourLocks, locks[name]]);
  return row?.["taken"] === true;
}

async function waitForLock(client: pg.Client, name: LockName, timeoutMs: number): Promise<void> {
  await client.query("select set_config('lock_timeout', $1, false)", [String(timeoutMs)]);
  await client.query("select pg_advisory_lock($1::int, $2::int)", [ourLocks, locks[name]]);
  await client.query("reset lock_timeout");
}
