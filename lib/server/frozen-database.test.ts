import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runAudit } from "../audit/run-audit";
import { PostgresServer } from "../testing/postgres-server";
import { runSql } from "../testing/run-sql";
import { type Served, serveDatabase } from "../testing/serve-database";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const answerMs = 5000;
const backMs = 3000;

let server: PostgresServer;
let served: Served;

beforeAll(async () => {
  server = await PostgresServer.start();
  served = await serveDatabase({ DATABASE_URL: server.url });
});
afterAll(async () => {
  await served.stop();
  await server.remove();
});

async function pids(): Promise<unknown[]> {
  const rows = await runSql(
    server.url,
    "select pid from pg_stat_activity where application_name = 'depesza' and state = 'idle'",
  );
  return rows.map((row) => row["pid"]);
}

test("while PostgreSQL is frozen every request is answered 503 within five seconds; after that all goes on by itself", async () => {
  const { send, sendUntilDone, call, account, live } = served;
  await Promise.all(Array.from({ length: 20 }, () => sendUntilDone(randomUUID())));
  const before = await pids();

  server.freeze();
  const keys = Array.from({ length: 12 }, () => randomUUID());
  const first = keys.slice(0, 8).map(async (key, place) => {
    await pause(place * 300);
    return send(key);
  });
  const reads = ["/api/sms", "/api/account", "/api/tokens"].map(async (path) => {
    const startedMs = performance.now();
    const { status, headers } = await call(account, ["GET", path]);
    const retryAfter = headers.get("retry-after");
    return { status, retryAfter, tookMs: performance.now() - startedMs };
  });
  const answers = [
    ...(await Promise.all([...first, ...reads])),
    ...(await Promise.all(keys.slice(8).map(send))),
  ];
  for (const { status, retryAfter, tookMs } of answers) {
    expect(status).toBe(503);
    expect(Number(retryAfter)).toBeGreaterThan(0);
    expect(tookMs).toBeLessThan(answerMs);
  }

  live.length = 0;
  server.thaw();
  const again = await Promise.all(keys.map(sendUntilDone));
  expect(Math.min(...again.map(({ tookMs }) => tookMs))).toBeLessThan(backMs);
  await expect.poll(() => live.length, { timeout: backMs }).toBeGreaterThan(0);
  const stored = await runSql(server.url, "select 1 from messages where client_ref = any($1)", [
    keys,
  ]);
  expect(stored).toHaveLength(keys.length);
  // What was frozen in the middle of a statement is never used again.
  expect((await pids()).filter((pid) => before.includes(pid))).toEqual([]);
  const { messageId } = await sendUntilDone(randomUUID());
  expect(messageId).toBeTruthy();
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});
