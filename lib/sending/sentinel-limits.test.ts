import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { freePort } from "../database/free-port";
import { startRedis } from "../testing/start-redis";
import { takeMessages } from "./_message-bucket";

// A Sentinel on a busy machine may take half a minute; in a minute, the bucket is full again.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 30_000 });

const quota = 600_000;
const folder = mkdtempSync(join(tmpdir(), "depesza-sentinel-"));

let running: Awaited<ReturnType<typeof startRedis>>[] = [];

beforeAll(async () => {
  const primary = await startRedis();
  const port = Number(new URL(primary.url).port);
  const replica = await startRedis(undefined, ["--replicaof", "127.0.0.1", String(port)]);
  const sentinelPort = await freePort();
  const file = join(folder, "sentinel.conf");
  const lines = [
    `sentinel monitor limits 127.0.0.1 ${port} 1`,
    "sentinel down-after-milliseconds limits 500",
    "sentinel failover-timeout limits 2000",
  ];
  writeFileSync(file, lines.join("\n"));
  const sentinel = await startRedis(sentinelPort, [], { config: file });
  running = [primary, replica, sentinel];
  process.env["REDIS_URL"] = `redis+sentinel://127.0.0.1:${sentinelPort}/limits`;
  await untilReplicated(primary.url);
});
afterAll(async () => {
  await Promise.all(running.map((each) => each.kill()));
  rmSync(folder, { recursive: true, force: true });
});

it("by Sentinel, what was counted before a failover still counts after it", async () => {
  const key = randomUUID();
  await takeMessages({ key, quota, count: quota });
  expect((await takeMessages({ key, quota, count: quota })).isOver).toBe(true);
  const [primary, replica, sentinel] = running;
  // A failover loses what the replica was not told yet.
  const copy = new Redis(replica?.url ?? "");
  await expect
    .poll(() => copy.exists(`depesza.limit.messages:${key}`), { timeout: 10_000 })
    .toBe(1);
  copy.disconnect();
  await primary?.kill();
  running.shift();
  // Counted in this process for now: nobody waits for the failover.
  expect(await takeMessages({ key: randomUUID(), quota, count: 1 })).toMatchObject({
    isOver: false,
  });
  const other = new Redis(sentinel?.url ?? "");
  const moved = async () =>
    (await other.call("sentinel", "get-master-addr-by-name", "limits")) as string[];
  const from = new URL(primary?.url ?? "").port;
  await expect.poll(async () => (await moved())[1], { timeout: 20_000 }).not.toBe(from);
  // Only the replica knows of the full bucket: here, one message was taken from it at most.
  await expect
    .poll(async () => (await takeMessages({ key, quota, count: 0 })).remaining, { timeout: 30_000 })
    .toBeLessThan(quota * 0.95);
  other.disconnect();
});

async function untilReplicated(url: string): Promise<void> {
  const client = new Redis(url);
  const isOnline = async () => expect(await client.info("replication")).toContain("state=online");
  await vi.waitFor(isOnline, { timeout: 10_000 });
  client.disconnect();
}
