import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "../testing/create-database";
import { runSql } from "../testing/run-sql";
import { acquireLock, type HeldLock, isLockHeld, withConnection, withLock } from "./acquire-lock";
import { checkExternal } from "./check-external";

let url = "";
let drop: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

/** Ends every connection that holds one of our locks, as a crash of PostgreSQL does. */
const cut = () =>
  runSql(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'depesza-lock' and datname = current_database() and pid <> pg_backend_pid()`,
  );

describe("the lock of an owner", () => {
  test("is held by one of two that come at the same moment, and by the next once that one is gone", async () => {
    const both = await Promise.all([acquireLock(url, "owner"), acquireLock(url, "owner")]);
    const holders = both.filter((lock): lock is HeldLock => lock !== undefined);
    expect(holders).toHaveLength(1);
    expect(await isLockHeld(url, "owner")).toBe(true);
    await holders[0]?.release();
    const next = await acquireLock(url, "owner");
    expect(next).toBeDefined();
    await next?.release();
    await expect.poll(() => isLockHeld(url, "owner")).toBe(false);
  });

  test("is another lock in another database of the same server", async () => {
    const other = new URL(url);
    other.pathname += "_other";
    await runSql(url, `create database ${other.pathname.slice(1)}`);
    const here = await acquireLock(url, "owner");
    expect(await isLockHeld(other.href, "owner")).toBe(false);
    const there = await acquireLock(other.href, "owner");
    expect(there).toBeDefined();
    await Promise.all([here?.release(), there?.release()]);
    await runSql(url, `drop database ${other.pathname.slice(1)} with (force)`);
  });

  test("is taken again when its connection breaks, and not after it was given back", async () => {
    const lock = await acquireLock(url, "owner");
    await cut();
    await expect.poll(() => isLockHeld(url, "owner")).toBe(true);
    expect(await acquireLock(url, "owner")).toBeUndefined();
    await cut();
    await lock?.release();
    await expect.poll(() => isLockHeld(url, "owner")).toBe(false);
    const next = await acquireLock(url, "owner");
    expect(next).toBeDefined();
    await next?.release();
  });
});

describe("the lock of visitors", () => {
  test("is shared, and an owner that waits for them waits until the last has left", async () => {
    const owner = await acquireLock(url, "owner");
    const visitors = await Promise.all([
      acquireLock(url, "visitors"),
      acquireLock(url, "visitors"),
    ]);
    expect(visitors.every((lock) => lock !== undefined)).toBe(true);
    let hasWaited = false;
    const waiting = owner?.waitFor("visitors", 60_000).then(() => {
      hasWaited = true;
    });
    await visitors[0]?.release();
    await expect.poll(() => isLockHeld(url, "visitors")).toBe(true);
    expect(hasWaited).toBe(false);
    await visitors[1]?.release();
    await waiting;
    expect(hasWaited).toBe(true);
    await owner?.release();
  });

  test("holds an owner up no longer than it said", async () => {
    const owner = await acquireLock(url, "owner");
    const visitor = await acquireLock(url, "visitors");
    await expect(owner?.waitFor("visitors", 50)).resolves.toBeUndefined();
    await Promise.all([owner?.release(), visitor?.release()]);
  });
});

describe("work under a lock", () => {
  test("of several processes is done by one after the other, also when one of them fails", async () => {
    let inside = 0;
    let most = 0;
    const done: number[] = [];
    const works = [0, 1, 2, 3].map((place) =>
      withLock(url, "migration", async (client) => {
        inside += 1;
        most = Math.max(most, inside);
        await client.query("select 1");
        inside -= 1;
        if (place === 1) throw new Error("broken");
        done.push(place);
      }),
    );
    const outcomes = await Promise.allSettled(works);
    expect(most).toBe(1);
    expect(done.sort()).toEqual([0, 2, 3]);
    expect(outcomes[1]).toMatchObject({ status: "rejected", reason: { message: "broken" } });
    await expect.poll(() => isLockHeld(url, "migration")).toBe(false);
  });

  test("leaves no connection behind, whatever became of it", async () => {
    const failed = withConnection(url, async () => {
      throw new Error("broken");
    });
    await expect(failed).rejects.toThrow("broken");
    const open = () =>
      runSql(
        url,
        `select 1 from pg_stat_activity where application_name = 'depesza-lock'
        and datname = current_database() and pid <> pg_backend_pid()`,
      );
    await expect.poll(open).toEqual([]);
  });
});

describe("a database that cannot be used is said in one sentence, without its password", () => {
  const changed = (change: (wrong: URL) => void) => {
    const wrong = new URL(url);
    change(wrong);
    return wrong.href;
  };

  test.each<[string, (wrong: URL) => void, RegExp]>([
    [
      "a wrong password",
      (wrong) => {
        wrong.password = "hunter2";
      },
      /rejected the user or password in DATABASE_URL; fix them\.$/,
    ],
    [
      "a name that nothing has",
      (wrong) => {
        wrong.pathname = "/nothing_here";
      },
      /has no database of the name in DATABASE_URL; create it/,
    ],
    [
      "a port where nobody is",
      (wrong) => {
        wrong.port = "1";
      },
      /^No PostgreSQL responds at \S+ \(ECONNREFUSED\); start it, fix DATABASE_URL,/,
    ],
    [
      "a session that takes no writes",
      (wrong) => {
        wrong.searchParams.set("options", "-c default_transaction_read_only=on");
      },
      /is a standby or read-only; DATABASE_URL must name a server that takes writes\.$/,
    ],
  ])("%s", async (_what, change, sentence) => {
    const wrong = await checkExternal(changed(change)).catch((error) => error);
    expect(wrong).toMatchObject({ code: "unavailable", message: expect.stringMatching(sentence) });
    expect(wrong.message).not.toContain("hunter2");
    expect(wrong.message).not.toContain(new URL(url).password);
  });

  test("and one that can be used is not spoken of", async () => {
    await expect(checkExternal(url)).resolves.toBeUndefined();
  });
});
