import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { runAudit } from "../audit/run-audit";
import { connectDatabase, disconnect } from "../core/connect-database";
import { db, readDb, replicaState } from "../core/db";
import { withStatementKind } from "../core/statement-kind";
import { PostgresServer } from "../testing/postgres-server";
import { runSql } from "../testing/run-sql";
import { type Served, serveDatabase } from "../testing/serve-database";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** With a round of trying the replica every two seconds. */
const backMs = 8000;
const inTimeMs = 4000;

let primary: PostgresServer;
let standby: PostgresServer;
let served: Served;

beforeAll(async () => {
  primary = await PostgresServer.start();
  standby = await primary.addStandby();
  served = await serveDatabase({ DATABASE_URL: primary.url, DATABASE_READ_URL: standby.url });
});
afterAll(async () => {
  await served.stop();
  await standby.remove();
  await primary.remove();
});

const untilState = (state: string) =>
  expect.poll(replicaState, { timeout: backMs, interval: 20 }).toBe(state);

/** Which server answers a read: the one that is in recovery, or the primary. */
async function whoAnswers(): Promise<string> {
  const [row] = await readDb().execute<{ who: string }>(
    sql`select case when pg_is_in_recovery() then 'standby' else 'primary' end as who`,
  );
  return row?.who ?? "";
}

async function listed(): Promise<string[]> {
  const { body, status } = await served.call<{ data: { message_id: string }[] }>(served.account, [
    "GET",
    "/api/sms?limit=10",
  ]);
  expect(status).toBe(200);
  return body.data.map(({ message_id }) => message_id);
}

async function expectQuickReads(): Promise<void> {
  const { messageId } = await served.sendUntilDone(randomUUID());
  const startedMs = performance.now();
  expect(await listed()).toContain(messageId);
  expect(performance.now() - startedMs).toBeLessThan(inTimeMs);
}

describe("with a standby that keeps up", () => {
  test("lists are read from it, and have what was sent a moment ago", async () => {
    await untilState("ok");
    const before = await scans();
    for (let round = 0; round < 10; round += 1) {
      const { messageId } = await served.sendUntilDone(randomUUID());
      expect((await listed())[0]).toBe(messageId);
    }
    expect(replicaState()).toBe("ok");
    expect(await whoAnswers()).toBe("standby");
    await expect.poll(scans).toBeGreaterThan(before);
  });

  test("the audit reads from it and finds nothing", async () => {
    const { body } = await served.call<{ checks: object }>(served.account, [
      "GET",
      "/api/health/ready",
    ]);
    expect(body.checks).toMatchObject({ database: "ok", replica: "ok" });
    expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  });

  test("nothing can be written by way of reading", async () => {
    const { accountId } = served.account;
    const writing = readDb().transaction((tx) =>
      tx.update(accounts).set({ name: "changed" }).where(eq(accounts.id, accountId)),
    );
    await expect(writing).rejects.toThrow();
    await untilState("ok");
  });

  test("a statement that it ends for the sake of what it replays is answered by the primary", async () => {
    await db().execute(sql`create table short_lived as select generate_series(1, 10) as id`);
    await onStandby("alter system set max_standby_streaming_delay = 0");
    await onStandby("select pg_reload_conf()");
    let runs = 0;
    const rows = await readDb().transaction(
      async (tx) => {
        runs += 1;
        await tx.execute(sql`select * from short_lived`);
        if (runs === 1) {
          await db().execute(sql`delete from short_lived where id > 5`);
          await runSql(primary.url, "vacuum short_lived");
          await expect.poll(conflicts).toBeGreaterThan(0);
        }
        return tx.execute(sql`select * from short_lived`);
      },
      { isolationLevel: "repeatable read" },
    );
    expect([runs, rows.length]).toEqual([2, 5]);
    await untilState("ok");
    await onStandby("alter system reset max_standby_streaming_delay");
    await onStandby("select pg_reload_conf()");
  });
});

describe.each([
  { what: "frozen", state: "away", start: () => standby.freeze(), end: () => standby.thaw() },
  {
    what: "killed",
    state: "away",
    start: () => standby.stop("kill -9"),
    end: () => standby.start(),
  },
  {
    what: "late",
    state: "late",
    start: () => onStandby("select pg_wal_replay_pause()"),
    end: () => onStandby("select pg_wal_replay_resume()"),
  },
])("when it is $what", ({ state, start, end }) => {
  test("every read is answered by the primary at once, and by the standby again afterwards", async () => {
    await untilState("ok");
    await start();
    await expectQuickReads();
    expect(replicaState()).toBe(state);
    await expectQuickReads();
    expect(await whoAnswers()).toBe("primary");
    await end();
    await untilState("ok");
    expect(await whoAnswers()).toBe("standby");
  });
});

test("one that stays late holds up an export for one page, and not for each", async () => {
  await untilState("ok");
  await onStandby("select pg_wal_replay_pause()");
  await served.sendUntilDone(randomUUID());
  const readPage = () => withStatementKind("bulk", async () => await whoAnswers());
  expect(await readPage()).toBe("primary");
  const startedMs = performance.now();
  for (let page = 0; page < 3; page += 1) expect(await readPage()).toBe("primary");
  expect(performance.now() - startedMs).toBeLessThan(inTimeMs);
  await onStandby("select pg_wal_replay_resume()");
  await untilState("ok");
  expect(await readPage()).toBe("standby");
});

test("a standby that has been promoted is not read from any more", async () => {
  await untilState("ok");
  await standby.promote();
  await expectQuickReads();
  expect(await whoAnswers()).toBe("primary");
  expect(replicaState()).toBe("away");
});

async function onStandby<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  const { client } = await connectDatabase(standby.url, "test", "standby");
  const { rows } = await client.query(text);
  await disconnect(client);
  return rows;
}

async function scans(): Promise<number> {
  const [row] = await onStandby<{ scans: number }>(
    `select (coalesce(idx_scan, 0) + coalesce(seq_scan, 0))::int as scans
     from pg_stat_user_tables where relname = 'messages'`,
  );
  return row?.scans ?? 0;
}

async function conflicts(): Promise<number> {
  const [row] = await onStandby<{ conflicts: number }>(
    "select sum(conflicts)::int as conflicts from pg_stat_database",
  );
  return row?.conflicts ?? 0;
}
