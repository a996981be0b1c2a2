import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { operatorOf } from "../core/actor";
import { log } from "../core/log";
import { startRedis } from "../testing/start-redis";
import { takeMessages } from "./_message-bucket";
import { limitRequests } from "./limit-requests";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const quota = 600_000;
const slots = [
  [0, 8191],
  [8192, 16_383],
] as const;

let nodes: Awaited<ReturnType<typeof startRedis>>[] = [];
let clients: Redis[] = [];

beforeAll(async () => {
  const words = ["--cluster-enabled", "yes"];
  nodes = [await startRedis(undefined, words), await startRedis(undefined, words)];
  clients = nodes.map(({ url }) => new Redis(url));
  const [first, second] = clients;
  for (const [place, range] of slots.entries())
    await clients[place]?.cluster("ADDSLOTSRANGE", ...range);
  await first?.cluster("MEET", "127.0.0.1", Number(new URL(nodes[1]?.url ?? "").port));
  for (const client of [first, second]) {
    const isWhole = async () =>
      expect(await client?.cluster("INFO")).toMatch(
        /cluster_state:ok.*cluster_slots_assigned:16384/s,
      );
    await vi.waitFor(isWhole, { timeout: 20_000 });
  }
  const hosts = nodes.map(({ url }) => new URL(url).host);
  process.env["REDIS_URL"] = `redis+cluster://${hosts[0]}`;
  process.env["RATE_LIMIT_BURST"] = "1000";
});
afterAll(async () => {
  for (const client of clients) client.disconnect();
  await Promise.all(nodes.map((each) => each.kill()));
});

it("in a Cluster, each account's limits are counted at the node of its keys, and one that is lost stops no request", async () => {
  const keys = Array.from({ length: 20 }, () => randomUUID());
  for (const key of keys) {
    await takeMessages({ key, quota, count: quota });
    await limitRequests(operatorOf(key, "live"));
  }
  const kept = await Promise.all(clients.map((client) => client.dbsize()));
  // A bucket and the windows of requests, for each.
  expect(kept[0]).toBeGreaterThan(0);
  expect(kept[1]).toBeGreaterThan(0);
  expect((kept[0] ?? 0) + (kept[1] ?? 0)).toBeGreaterThanOrEqual(2 * keys.length);
  for (const key of keys) {
    expect((await takeMessages({ key, quota, count: quota })).isOver).toBe(true);
  }
  const said = vi.spyOn(log(), "warn");
  clients[1]?.disconnect();
  await nodes.pop()?.kill();
  for (const key of keys) await limitRequests(operatorOf(key, "live"));
  await expect.poll(() => said.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(said.mock.calls.length).toBeLessThanOrEqual(2);
});
