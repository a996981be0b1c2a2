import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createAccount } from "../accounts/create-account";
import { runAudit } from "../audit/run-audit";
import { db } from "../core/db";
import { codeOf } from "../core/to-app-error";
import { checkExternal } from "../database/check-external";
import { PostgresServer } from "../testing/postgres-server";
import { runSql } from "../testing/run-sql";
import { type Served, serveDatabase } from "../testing/serve-database";
import { startPgBouncer } from "../testing/start-pgbouncer";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: PostgresServer;
let pooler: Awaited<ReturnType<typeof startPgBouncer>>;
let served: Served;

beforeAll(async () => {
  server = await PostgresServer.start();
  pooler = await startPgBouncer(server.url);
  served = await serveDatabase({
    DATABASE_URL: pooler.url,
    DATABASE_POOLER: "transaction",
    DATABASE_DIRECT_URL: server.url,
  });
});
afterAll(async () => {
  await served.stop();
  await pooler.stop();
  await server.remove();
});

test("through PgBouncer in transaction mode people sign up, send, and see their messages delivered, many at once", async () => {
  await checkExternal(pooler.url);
  const { accountId } = await createAccount({
    email: `${randomUUID()}@example.com`,
    password: "a long enough one",
  });
  expect(accountId).toBeTruthy();
  const { sendUntilDone, account, call, live } = served;
  const sent = await Promise.all(Array.from({ length: 60 }, () => sendUntilDone(randomUUID())));
  const undelivered = "select 1 from messages where status <> 'delivered'";
  await expect
    .poll(async () => (await runSql(server.url, undelivered)).length, { timeout: 20_000 })
    .toBe(0);
  const { body } = await call<{ status: string }>(account, [
    "GET",
    `/api/sms/${sent[0]?.messageId}`,
  ]);
  expect(body.status).toBe("delivered");
  expect(live.some(({ kind }) => kind === "messages")).toBe(true);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});

test("nothing is left behind on the pooler's connections: no prepared statement, no lock, no setting", async () => {
  await served.sendUntilDone(randomUUID());
  const seen = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const [row] = await db().execute<{ statements: number; locks: number; limit: string }>(sql`
        select (select count(*)::int from pg_prepared_statements) as statements,
          (select count(*)::int from pg_locks where locktype = 'advisory') as locks,
          current_setting('statement_timeout') as limit`);
      return row;
    }),
  );
  for (const row of seen) expect(row).toEqual({ statements: 0, locks: 0, limit: "0" });
});

test("a transaction has its limits there too", async () => {
  const limit = await db().transaction(async (tx) => {
    const [row] = await tx.execute<{ limit: string }>(
      sql`select current_setting('lock_timeout') as limit`,
    );
    return row?.limit;
  });
  expect(limit).toBe("3500ms");
  const slow = db().transaction((tx) => tx.execute(sql`select pg_sleep(30)`));
  expect(codeOf(await slow.catch((error: unknown) => error))).toBe("57014");
});
