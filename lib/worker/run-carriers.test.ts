import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { forgetSetup } from "../carriers/carrier-setup";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sendBatch } from "../sending/send-batch";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { type Smsc, startSmsc } from "../testing/start-smsc";
import { useOwnDatabase } from "../testing/use-own-database";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let smsc: Smsc;
let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;

function configure(window: number): void {
  const login = { system_id: "esme", password: "secret" };
  const link = { host: "127.0.0.1", port: smsc.port, tls: false, window };
  const carriers = [{ name: "smsc", kind: "smpp", ...link, ...login }];
  const routes = [{ to: "*", carrier: "smsc" }];
  writeFileSync(join(folder, "carriers.json"), JSON.stringify({ carriers, routes }));
  forgetSetup();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carriers-"));
  smsc = await startSmsc();
  configure(10);
  dropDatabase = await useOwnDatabase({ CARRIERS_FILE: join(folder, "carriers.json") });
  server = await startApi();
});
afterAll(async () => {
  await server.stop();
  await smsc.stop();
  await dropDatabase();
  await rm(folder, { recursive: true });
});

test("settings that change while messages leave put no carrier into trouble, and double none", async () => {
  const { accountId } = await mintAccount({ credits: 40 });
  const actor = operatorOf(accountId, "live");
  for (let round = 0; round < 4; round += 1) {
    configure(11 + round);
    const wires = Array.from({ length: 10 }, (_, place) => {
      return { from: "Depesza", to: `4873212900${place}`, body: `Round ${round}` };
    });
    await sendBatch({ actor, input: { messages: wires } });
    const open = async () => {
      const rows = await db()
        .select({ status: messages.status })
        .from(messages)
        .where(eq(messages.accountId, accountId));
      return rows.filter(({ status }) => status === "queued" || status === "sending").length;
    };
    await expect.poll(open, { timeout: 10_000 }).toBe(0);
  }
  expect(smsc.taken().length).toBe(40);
  const deferred = await db()
    .select({ reason: messageEvents.reason })
    .from(messageEvents)
    .where(and(eq(messageEvents.accountId, accountId), eq(messageEvents.type, "deferred")));
  expect(deferred).toEqual([]);
});
