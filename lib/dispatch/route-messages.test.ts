import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { carrierStates } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { installationId } from "../activity/who";
import { forgetSetup } from "../carriers/carrier-setup";
import { drainCarrier } from "../carriers/drain-carrier";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sendBatch } from "../sending/send-batch";
import { mintAccount } from "../testing/mint-account";
import { Upstream } from "../testing/upstream";
import { useOwnDatabase } from "../testing/use-own-database";
import { dispatchMessages } from "./dispatch-messages";
import { finishSubmissions } from "./finish-submissions";
import { recoverOrphans } from "./recover-orphans";
import { routeMessages } from "./route-messages";

const upstream = new Upstream();
let folder: string;
let dropDatabase: () => Promise<void>;

const routes = [
  { to: "*", carrier: "first" },
  { to: "49", carrier: "first", priority: 1 },
  { to: "49", carrier: "second", priority: 2 },
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carriers-"));
  await upstream.listen();
  const { url, token } = upstream;
  const carriers = ["first", "second"].map((name) => ({ name, kind: "http", url, token }));
  const file = join(folder, "carriers.json");
  writeFileSync(file, JSON.stringify({ carriers, routes }));
  const settings = { CARRIERS_FILE: file, SMS_API_URL: url, SMS_API_TOKEN: token };
  dropDatabase = await useOwnDatabase(settings);
  forgetSetup();
});
afterEach(async () => {
  vi.useRealTimers();
  await db().delete(carrierStates);
});
afterAll(async () => {
  await upstream.close();
  await dropDatabase();
  await rm(folder, { recursive: true });
});

async function send(numbers: string[], mode: "live" | "test" = "live"): Promise<string> {
  const { accountId } = await mintAccount({ credits: 2 * numbers.length });
  const wires = numbers.map((to) => ({ from: "YourBrand", to, body: "Hello" }));
  for (let start = 0; start < wires.length; start += 500) {
    const input = { messages: wires.slice(start, start + 500) };
    await sendBatch({ actor: operatorOf(accountId, mode), input });
  }
  return accountId;
}

async function carriersOf(accountId: string) {
  const rows = await db()
    .select({ to: messages.to, carrier: messages.carrier, status: messages.status })
    .from(messages)
    .where(eq(messages.accountId, accountId));
  return rows;
}

const german = "4915123456789";

describe("a message that no carrier had", () => {
  test("leaves a carrier that is drained while it is in trouble", async () => {
    const accountId = await send([german]);
    await drainCarrier({
      actor: operatorOf(installationId),
      input: { carrier: "first", draining: true },
    });
    await db()
      .update(carrierStates)
      .set({ state: "open", reason: "carrier_down", retryAt: sql`now()` });
    await dispatchMessages({ carrier: "first", test: false });
    expect(await carriersOf(accountId)).toMatchObject([{ carrier: "second", status: "queued" }]);
  });

  test("leaves it also behind a thousand that have nowhere else to go", async () => {
    const polish = Array.from({ length: 1000 }, (_, place) => `48732${100_000 + place}`);
    const accountId = await send([...polish, german]);
    await drainCarrier({
      actor: operatorOf(installationId),
      input: { carrier: "first", draining: true },
    });
    await dispatchMessages({ carrier: "first", test: false });
    const moved = (await carriersOf(accountId)).filter(({ carrier }) => carrier === "second");
    expect(moved).toMatchObject([{ to: german }]);
  });

  test("gets another carrier when its own is gone, also if it came after the others had left it", async () => {
    await routeMessages();
    const accountId = await send([german]);
    await db().update(messages).set({ carrier: "gone" }).where(eq(messages.accountId, accountId));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
    await routeMessages();
    expect(await carriersOf(accountId)).toMatchObject([{ carrier: "first", status: "queued" }]);
  });
});

test("what a worker of an earlier release was killed with goes to the carrier that may have it", async () => {
  for (const [mode, carrier] of [
    ["live", "upstream"],
    ["test", "simulator"],
  ] as const) {
    const accountId = await send(["48500000001"], mode);
    await db()
      .update(messages)
      .set({
        ...{ status: "sending", carrier: null, offeredAt: new Date(), attempts: 1 },
        ...{ leaseUntil: new Date(0), dueAt: new Date(0) },
      })
      .where(eq(messages.accountId, accountId));
    await recoverOrphans();
    await db().update(messages).set({ dueAt: sql`now()` }).where(eq(messages.accountId, accountId));
    await routeMessages();
    expect(await carriersOf(accountId)).toMatchObject([{ carrier, status: "queued" }]);
    await dispatchMessages({ carrier, test: mode === "test" });
    await finishSubmissions();
    expect(await carriersOf(accountId)).toMatchObject([{ carrier, status: "sent" }]);
  }
});
