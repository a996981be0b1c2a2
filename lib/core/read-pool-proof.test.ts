import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { migrate } from "../database/migrate";
import { PostgresServer } from "../testing/postgres-server";
import { runSql } from "../testing/run-sql";
import { DatabasePool } from "./_database-pool";
import { drizzleOver } from "./_drizzle-session";
import { ReadPool } from "./_read-pool";
import { connectDatabase, disconnect } from "./connect-database";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const poolOf = (role: "primary" | "standby", url: string) =>
  new DatabasePool({ role, urlOf: () => url, size: 3, isPooled: false });

let first: PostgresServer;
let next: PostgresServer;
let standby: PostgresServer;

beforeAll(async () => {
  first = await PostgresServer.start();
  await migrate(first.url);
  next = await first.addStandby();
  standby = await first.addStandby();
});
afterAll(async () => {
  await Promise.all([first, next, standby].map((server) => server.remove()));
});

/** Reads by way of a standby for as long as the work takes. */
async function reading<T>(urls: { primary: string; standby: string }, work: (read: ReadPool) => T) {
  const primary = poolOf("primary", urls.primary);
  const pool = new ReadPool(primary, poolOf("standby", urls.standby));
  try {
    return await work(pool);
  } finally {
    await Promise.all([pool.close(), primary.close()]);
  }
}

async function whoCounts(pool: ReadPool): Promise<string> {
  const [row] = await drizzleOver(pool).execute<{ who: string; messages: number }>(
    sql`select pg_is_in_recovery()::text as who, (select count(*)::int from messages) as messages`,
  );
  return row?.who === "true" ? "standby" : "primary";
}

async function onStandby(text: string): Promise<unknown[]> {
  const { client } = await connectDatabase(standby.url, "test", "standby");
  const { rows } = await client.query(text);
  await disconnect(client);
  return rows;
}

const untilState = (pool: ReadPool, state: string) =>
  expect.poll(() => pool.state, { timeout: 10_000, interval: 20 }).toBe(state);

test("another database of the same cluster is not read from", async () => {
  await runSql(first.url, "create database other");
  const other = new URL(standby.url);
  other.pathname = "other";
  await reading({ primary: first.url, standby: other.href }, async (pool) => {
    const proofs = `select 1 from pg_stat_activity
      where datname = 'other' and state = 'idle' and query like '%pg_control%'`;
    await expect.poll(async () => (await onStandby(proofs)).length).toBe(1);
    expect(await whoCounts(pool)).toBe("primary");
    expect(pool.state).toBe("away");
  });
});

test("a user who may not read messages is not read by, and one who loses that right costs no error", async () => {
  await runSql(first.url, "create role reader login password 'reader'");
  await runSql(first.url, "grant select on messages to reader");
  const url = standby.url.replace(/\/\/[^@]+@/, "//reader:reader@");
  await reading({ primary: first.url, standby: url }, async (pool) => {
    await untilState(pool, "ok");
    expect(await whoCounts(pool)).toBe("standby");
    await runSql(first.url, "revoke select on messages from reader");
    expect(await whoCounts(pool)).toBe("primary");
  });
  await reading({ primary: first.url, standby: url }, async (pool) => {
    expect(await whoCounts(pool)).toBe("primary");
    expect(pool.state).toBe("away");
  });
});

test("a standby that was ahead of what became the primary is not read from", async () => {
  const hosts = [first, next].map(({ port }) => `127.0.0.1:${port}`).join(",");
  const primary = first.url.replace(/127\.0\.0\.1:\d+/, hosts);
  await reading({ primary, standby: standby.url }, async (pool) => {
    await untilState(pool, "ok");
    expect(await whoCounts(pool)).toBe("standby");
    await next.stop();
    await runSql(first.url, "create table lost as select generate_series(1, 100000) as id");
    const isThere = "select 1 from pg_class where relname = 'lost'";
    await expect.poll(async () => (await onStandby(isThere)).length).toBe(1);
    await first.stop("kill -9");
    await next.start();
    await next.promote();
    await expect
      .poll(() => whoCounts(pool).catch(() => "nobody"), { timeout: 10_000 })
      .toBe("primary");
    expect(pool.state).toBe("away");
    await first.start();
  });
});
