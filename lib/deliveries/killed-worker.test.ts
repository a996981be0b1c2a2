import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { bundleProgram } from "../testing/bundle-program";
import { endMessages } from "../testing/end-messages";
import { mintAccount } from "../testing/mint-account";
import { soakOr } from "../testing/soak-or";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { useOwnDatabase } from "../testing/use-own-database";
import { createEndpoint } from "../webhooks/create-endpoint";
import { getReplay } from "./get-replay";
import { listDeliveries } from "./list-deliveries";
import { replayDeliveries } from "./replay-deliveries";

const kills = soakOr(20, 6);
const perKill = 100;

let dropDatabase: () => Promise<void>;
let receiver: Receiver;
const workers: ChildProcess[] = [];
let program = "";

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
    WEBHOOK_RETRY_SCHEDULE: "0,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1",
    // The lease is twice that and five seconds.
    WEBHOOK_TIMEOUT: "0.5",
  });
  program = await bundleProgram("deliver-webhooks");
  receiver = await startReceiver(() => ({ status: 200, delayMs: 3 }));
});
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await receiver.close();
  await dropDatabase();
  rmSync(program, { force: true });
});

/** A worker of its own process, delivering. */
async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  workers.push(child);
  await once(child.stdout ?? child, "data");
  return child;
}

test(`a worker killed ${kills} times during ${kills * perKill} deliveries loses none, and a replay sends them all once more`, async () => {
  const { accountId } = await mintAccount({ mode: "test" });
  const owner = operatorOf(accountId, "test");
  const { id } = await createEndpoint({ actor: owner, input: { url: receiver.url } });
  const since = new Date(Date.now() - 1000).toISOString();
  let next = startWorker();
  for (let round = 0; round < kills; round += 1) {
    const worker = await next;
    // The next one is on its way while this one works.
    next = startWorker();
    const before = receiver.requests.length;
    await endMessages(accountId, perKill);
    // In the middle of its work, at another place each time.
    await expect
      .poll(() => receiver.requests.length, { interval: 1, timeout: 20_000 })
      .toBeGreaterThan(before + round * 3);
    worker.kill("SIGKILL");
  }
  await next;
  const arrived = () => new Set(receiver.requests.map((got) => got.headers["webhook-id"]));
  await expect.poll(() => arrived().size, { timeout: 60_000 }).toBe(kills * perKill);
  const pending = async () =>
    (
      await listDeliveries({
        actor: owner,
        input: { endpointId: id, query: { status: "pending" } },
      })
    ).data.length;
  await expect.poll(pending, { timeout: 60_000 }).toBe(0);
  const breaches = (await runAudit()).filter((finding) => finding.breaches > 0);
  expect(breaches).toEqual([]);
  // At least once: a try that was cut off by a kill is made again, under the same id.
  expect(receiver.requests.length - kills * perKill).toBeLessThanOrEqual(kills * 40);

  const before = receiver.requests.length;
  const replayed = await replayDeliveries({
    actor: owner,
    input: { endpointId: id, wanted: { missing_since: since } },
  });
  expect(replayed.count).toBe(0);
  const { data } = await listDeliveries({
    actor: owner,
    input: { endpointId: id, query: { limit: 1 } },
  });
  const one = await replayDeliveries({
    actor: owner,
    input: { endpointId: id, wanted: { event_id: data[0]?.event_id } },
  });
  await expect
    .poll(
      async () =>
        getReplay({ actor: owner, input: { endpointId: id, replayId: one.replay_id ?? "" } }),
      { timeout: 20_000 },
    )
    .toMatchObject({ total: 1, delivered: 1 });
  expect(receiver.requests[before]?.headers["webhook-id"]).toBe(data[0]?.event_id);
}, 240_000);
