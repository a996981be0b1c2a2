import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { isLockHeld } from "../database/acquire-lock";
import { findPostmaster } from "../database/find-postmaster";
import { migrate } from "../database/migrate";
import { openDatabase } from "../database/open-database";
import type { OpenDatabase } from "../database/open-embedded";
import { listen } from "../queue/notice";
import { callerOf } from "../testing/call-api";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { guide } from "../testing/play";
import { startApi } from "../testing/start-api";

vi.setConfig({ testTimeout: 60_000 });

const dataDir = mkdtempSync(join(tmpdir(), "depesza-loss-"));
// An embedded database of this file's own, in this process as in a server.
Object.assign(process.env, { DATABASE_URL: "", DATA_DIR: dataDir });

let database: OpenDatabase;
let server: Awaited<ReturnType<typeof startApi>>;
let account: MintedAccount;
const call = callerOf(() => server);

beforeAll(async () => {
  database = await openDatabase({
    purpose: "serve",
    onLost: () => expect.fail("It was given up."),
  });
  await migrate(database.url);
  server = await startApi();
  account = await mintAccount();
});
afterAll(async () => {
  await server.stop();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function sendAndDeliver(): Promise<void> {
  const { status, body } = await call<{ message_id: string }>(account, ["POST", "/api/sms"], guide);
  expect(status).toBe(200);
  await expect
    .poll(async () => (await call(account, ["GET", `/api/sms/${body.message_id}`])).body)
    .toMatchObject({ status: "delivered" });
}

test("a PostgreSQL that dies is started again in place: 503 meanwhile, and then everything goes on", async () => {
  const noticed = vi.fn();
  const unlisten = await listen(noticed, () => undefined);
  await sendAndDeliver();
  const before = findPostmaster(dataDir);
  process.kill(before?.pid ?? 0, "SIGKILL");

  const statuses: number[] = [];
  await expect
    .poll(
      async () => {
        statuses.push((await call(account, ["POST", "/api/sms"], guide)).status);
        return statuses.includes(503) && statuses.at(-1);
      },
      { timeout: 30_000, interval: 20 },
    )
    .toBe(200);
  expect([...new Set(statuses)].sort()).toEqual([200, 503]);

  noticed.mockClear();
  await sendAndDeliver();
  await expect.poll(() => noticed.mock.calls.length).toBeGreaterThan(0);
  await expect.poll(() => isLockHeld(database.url, "owner")).toBe(true);
  expect(findPostmaster(dataDir)).toMatchObject({ port: before?.port });
  await unlisten();
});

test("a load balancer sees the loss and its end: the process is not ready meanwhile, but alive", async () => {
  interface Look {
    ready: number;
    live: number;
    retryAfter: number;
    checks: unknown;
  }
  async function look(): Promise<Look> {
    const [ready, live] = await Promise.all([
      call<{ checks?: unknown }>(account, ["GET", "/api/health/ready"]),
      call(account, ["GET", "/api/health/live"]),
    ]);
    const retryAfter = Number(ready.headers.get("retry-after"));
    return { ready: ready.status, live: live.status, retryAfter, checks: ready.body.checks };
  }
  expect(await look()).toMatchObject({ ready: 200, live: 200 });
  process.kill(findPostmaster(dataDir)?.pid ?? 0, "SIGKILL");
  const looks: Look[] = [];
  const isBack = async () => {
    looks.push(await look());
    return looks.some(({ ready }) => ready === 503) && looks.at(-1)?.ready === 200;
  };
  await expect.poll(isBack, { timeout: 30_000, interval: 20 }).toBe(true);
  const away = looks.filter(({ ready }) => ready !== 200);
  for (const { ready, retryAfter, checks } of away) {
    expect(ready).toBe(503);
    expect(retryAfter).toBeGreaterThan(0);
    expect(checks).toEqual({ database: "failed" });
  }
  expect(new Set(looks.map(({ live }) => live))).toEqual(new Set([200]));
});
