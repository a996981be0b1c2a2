import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runAudit } from "../audit/run-audit";
import { acquireLock, isLockHeld } from "../database/acquire-lock";
import { checkExternal } from "../database/check-external";
import { migrate } from "../database/migrate";
import { PostgresServer } from "../testing/postgres-server";
import { type Served, serveDatabase } from "../testing/serve-database";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const backMs = 3000;

let primary: PostgresServer;
let standby: PostgresServer;
let url: string;
let served: Served;

beforeAll(async () => {
  primary = await PostgresServer.start();
  standby = await primary.addStandby();
  // The standby first: it accepts connections, and must not be taken for the one that writes.
  url = `${standby.url.replace(/\/postgres$/, "")},127.0.0.1:${primary.port}/postgres?target_session_attrs=read-write`;
  served = await serveDatabase({ DATABASE_URL: url });
});
afterAll(async () => {
  await served.stop();
  await primary.remove();
  await standby.remove();
});

test("with several servers in DATABASE_URL the one that takes writes is used, also for migrations, locks and live updates, and found anew when it changes", async () => {
  const { sendUntilDone, live } = served;
  await checkExternal(url);
  await migrate(url);
  const lock = await acquireLock(url, "visitors");
  expect(await isLockHeld(primary.url, "visitors")).toBe(true);
  await sendUntilDone(randomUUID());
  await expect.poll(() => live.length).toBeGreaterThan(0);

  await primary.stop("fast");
  await standby.promote();
  live.length = 0;
  expect((await sendUntilDone(randomUUID())).tookMs).toBeLessThan(backMs);
  await expect
    .poll(() => live.some(({ kind }) => kind === "messages"), { timeout: backMs })
    .toBe(true);
  await expect.poll(() => isLockHeld(standby.url, "visitors")).toBe(true);
  await lock?.release();
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});
