import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

/** The advisory locks this product takes for a whole session; the first number marks them as ours. */
const locks = { owner: 1, visitors: 2, migration: 3 };
type LockName = keyof typeof locks;
const ourLocks = 1_684_369_505;

export interface HeldLock {
  /** Waits until nobody else holds the other lock, at most this long. */
  waitFor(other: LockName, patienceMs: number): Promise<void>;
  release(): Promise<void>;
}

/** One connection for as long as the caller wants it, never recycled and never shared. */
export function connectOnce(url: string, onClose: () => void = () => undefined): postgres.Sql {
  return postgres(url, {
    max: 1,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: onClose,
    connection: { application_name: "depesza-lock" },
  });
}

/**
 * Takes a session lock on a connection of its own; undefined when another process holds it. A lock whose
 * connection breaks (PostgreSQL restarts all of them after a crash of one) is taken again.
 */
export async function holdLock(url: string, name: LockName): Promise<HeldLock | undefined> {
  let isWanted = true;
  const sql = connectOnce(url, () => {
    if (isWanted) void takeAgain();
  });

  async function take(): Promise<boolean> {
    const [row] =
      name === "visitors"
        ? await sql`select pg_try_advisory_lock_shared(${ourLocks}::int, ${locks[name]}::int) as taken`
        : await sql`select pg_try_advisory_lock(${ourLocks}::int, ${locks[name]}::int) as taken`;
    return row?.["taken"] === true;
  }

  async function takeAgain(): Promise<void> {
    while (isWanted) {
      await pause(100);
      if (await take().catch(() => false)) return;
    }
  }

  async function release() {
    isWanted = false;
    await sql.end({ timeout: 1 });
  }

  async function waitFor(other: LockName, patienceMs: number) {
    await sql`select set_config('lock_timeout', ${`${patienceMs}`}, false)`;
    await sql`select pg_advisory_lock(${ourLocks}::int, ${locks[other]}::int)`.catch(
      () => undefined,
    );
  }

  const isTaken = await take().catch(async (error: unknown) => {
    await release();
    throw error;
  });
  if (isTaken) return { waitFor, release };
  await release();
  return undefined;
}

/** Runs the work while holding a lock that others wait for. */
export async function withLock<T>(
  url: string,
  name: LockName,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = connectOnce(url);
  try {
    await sql`select pg_advisory_lock(${ourLocks}::int, ${locks[name]}::int)`;
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Whether any process holds the lock. Looks without taking it, so that looking disturbs nobody. */
export async function isLockHeld(url: string, name: LockName): Promise<boolean> {
  const sql = connectOnce(url);
  try {
    const held = await sql`
      select 1 from pg_locks
      where locktype = 'advisory' and granted and classid = ${ourLocks}::int::oid and objid = ${locks[name]}::int::oid
        and database = (select oid from pg_database where datname = current_database())`;
    return held.length > 0;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
