import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runAudit } from "../audit/run-audit";
import { PostgresServer } from "../testing/postgres-server";
import { runSql } from "../testing/run-sql";
import { type Served, serveDatabase } from "../testing/serve-database";
import { SwitchProxy } from "../testing/switch-proxy";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const backMs = 3000;

let primary: PostgresServer;
let standby: PostgresServer;
let proxy: SwitchProxy;
let served: Served;

beforeAll(async () => {
  primary = await PostgresServer.start();
  standby = await primary.addStandby();
  proxy = await SwitchProxy.start(primary.port);
  served = await serveDatabase({ DATABASE_URL: primary.urlAt(proxy.port) });
});
afterAll(async () => {
  await served.stop();
  await proxy.stop();
  await primary.remove();
  await standby.remove();
});

test("behind a proxy that knows no roles: 503 while it leads to a standby, and within three seconds of its promotion sends and live updates work", async () => {
  const { sendUntilDone, send, live } = served;
  const { messageId } = await sendUntilDone(randomUUID());
  expect(messageId).toBeTruthy();
  await untilStreamed();

  proxy.switchTo(standby.port);
  await primary.stop("immediate");
  for (let round = 0; round < 5; round += 1) {
    const { status, retryAfter } = await send(randomUUID());
    expect(status).toBe(503);
    expect(Number(retryAfter)).toBeGreaterThan(0);
  }

  await standby.promote();
  live.length = 0;
  const { tookMs } = await sendUntilDone(randomUUID());
  expect(tookMs).toBeLessThan(backMs);
  await expect.poll(() => live.length, { timeout: backMs }).toBeGreaterThan(0);
  await expect
    .poll(() => live.some(({ kind }) => kind === "messages"), { timeout: backMs })
    .toBe(true);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});

test("a server that stops taking writes under our connections costs 503 and no connection is kept to it", async () => {
  const { send, sendUntilDone } = served;
  await runSql(standby.url, "alter system set default_transaction_read_only = on");
  await runSql(standby.url, "select pg_reload_conf()");
  await expect.poll(async () => (await send(randomUUID())).status).toBe(503);
  const writing = `${standby.url}?options=-c%20default_transaction_read_only%3Doff`;
  await runSql(writing, "alter system reset default_transaction_read_only");
  await runSql(writing, "select pg_reload_conf()");
  expect((await sendUntilDone(randomUUID())).tookMs).toBeLessThan(backMs);
});

async function untilStreamed(): Promise<void> {
  const behind = "select 1 from pg_stat_replication where replay_lsn < pg_current_wal_lsn()";
  await expect.poll(async () => (await runSql(primary.url, behind)).length).toBe(0);
}
