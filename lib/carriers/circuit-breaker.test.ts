import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { carrierAttempts, carrierStates } from "@/drizzle/schema/carriers";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { projectRoot } from "../database/project-root";
import { sendMessage } from "../sending/send-message";
import { carrierHealth } from "../testing/carrier-health";
import { eventually } from "../testing/eventually";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { type Reply, Upstream } from "../testing/upstream";
import { useOwnDatabase } from "../testing/use-own-database";
import { forgetAttempts } from "./_attempt-window";

// A busy machine may take its time: what counts is that it gets there.
vi.setConfig({ testTimeout: 90_000 });

const upstream = new Upstream();
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  await upstream.listen();
  dropDatabase = await useOwnDatabase({
    SMS_API_URL: upstream.url,
    SMS_API_TOKEN: upstream.token,
  });
});
afterEach(async () => {
  upstream.behave = () => undefined;
  upstream.asked.length = 0;
  await db().delete(carrierStates);
  await db().delete(carrierAttempts);
  forgetAttempts();
});
afterAll(async () => {
  await upstream.close();
  await dropDatabase();
});

async function send({ accountId = "", isTest = false } = {}) {
  const owner = accountId || (await mintAccount({ credits: 5 })).accountId;
  const caller = operatorOf(owner, isTest ? "test" : "live");
  const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
  const { accepted } = await sendMessage({ actor: caller, input: wire });
  return { accountId: owner, messageId: accepted.message_id ?? "" };
}

/** Sends so many messages of four accounts; resolves to the ids of the accounts. */
async function sendMany(count: number): Promise<string[]> {
  const accounts = await Promise.all(
    Array.from({ length: 4 }, async () => (await mintAccount({ credits: count })).accountId),
  );
  await Promise.all(
    accounts.flatMap((accountId) =>
      Array.from({ length: count / accounts.length }, () => send({ accountId })),
    ),
  );
  return accounts;
}

async function rowsOf(accounts: string[]) {
  const rows = await Promise.all(
    accounts.map((id) => db().select().from(messages).where(eq(messages.accountId, id))),
  );
  return rows.flat();
}

async function untilAllSent(accounts: string[]): Promise<void> {
  const open = async () =>
    (await rowsOf(accounts)).filter(({ status }) => status !== "sent").length;
  await expect.poll(open, { timeout: 60_000, interval: 200 }).toBe(0);
}

const circuit = async () => (await carrierHealth()).circuit;

describe("with a worker", () => {
  let server: Awaited<ReturnType<typeof startApi>>;
  beforeAll(async () => {
    server = await startApi();
  });
  afterAll(() => server.stop());

  const faults: Record<string, Reply[]> = {
    "a 503": [{ status: 503 }],
    "a 500": [{ status: 500 }],
    "a 429": [{ status: 429 }],
    "a 401": [{ status: 401 }],
    "a reset": ["reset"],
    "a cut after it took the message": ["cut"],
    "no response at all": ["silence"],
    "any of these": [{ status: 503 }, "silence", { status: 500 }, "reset", "cut", { status: 429 }],
  };

  test.each(Object.entries(faults))(
    "one request in ten that meets %s delays that message alone, and none is sent twice",
    async (_name, replies) => {
      const hit = new Set<unknown>();
      let turn = 0;
      upstream.behave = ({ wire }) => {
        if (upstream.asked.length % 10 !== 0) return undefined;
        hit.add(wire["client_ref"]);
        turn += 1;
        return replies[turn % replies.length];
      };
      const accounts = await sendMany(200);
      await untilAllSent(accounts);
      const rows = await rowsOf(accounts);
      expect(turn).toBeGreaterThanOrEqual(20);
      const others = rows.filter(({ id }) => !hit.has(publicId("msg", id)));
      expect(others.filter(({ attempts }) => attempts !== 1)).toEqual([]);
      const events = await db()
        .select()
        .from(messageEvents)
        .where(eq(messageEvents.type, "deferred"));
      const put = new Set(events.map(({ messageId }) => publicId("msg", messageId)));
      expect(others.filter(({ id }) => put.has(publicId("msg", id)))).toEqual([]);
      for (const { id } of rows) expect(upstream.takenOf(publicId("msg", id))).toHaveLength(1);
      expect(upstream.asked).toHaveLength(rows.reduce((sum, { attempts }) => sum + attempts, 0));
      // Without a row the circuit has never been open.
      expect(await db().select().from(carrierStates)).toEqual([]);
    },
  );

  test("a failed message is due again soon, or when its own response said, a minute at most", async () => {
    const waits = { none: 0, thirty: 30, hour: 3600 };
    const sent = new Map<string, string>();
    const wanted = Object.entries(waits);
    upstream.behave = ({ wire }) => {
      const [name, seconds] = wanted[sent.size] ?? wanted[0] ?? ["none", 0];
      sent.set(name, String(wire["client_ref"]));
      const headers: Record<string, string> = seconds ? { "retry-after": String(seconds) } : {};
      if (sent.size === wanted.length) upstream.behave = () => undefined;
      return { status: 503, headers };
    };
    const before = Date.now();
    const accounts = await sendMany(4);
    const open = async () => (await rowsOf(accounts)).filter(({ status }) => status === "queued");
    await expect.poll(async () => (await open()).length).toBe(2);
    const due = async (name: string) => {
      const row = (await open()).find(({ id }) => publicId("msg", id) === sent.get(name));
      return (row?.dueAt.getTime() ?? 0) - before;
    };
    expect(await due("thirty")).toBeGreaterThan(29_000);
    expect(await due("thirty")).toBeLessThan(59_000);
    expect(await due("hour")).toBeGreaterThan(59_000);
    expect(await due("hour")).toBeLessThan(120_000);
    expect(await circuit()).toBe("closed");
    await db().update(messages).set({ dueAt: sql`now()` }).where(eq(messages.status, "queued"));
    await untilAllSent(accounts);
  });

  test("every fourth attempt failing keeps the circuit closed; three of four open it", async () => {
    upstream.behave = () => (upstream.asked.length % 4 === 0 ? { status: 500 } : undefined);
    await untilAllSent(await sendMany(200));
    expect(await circuit()).toBe("closed");
    upstream.behave = () => (upstream.asked.length % 4 === 0 ? undefined : { status: 500 });
    const accounts = await sendMany(200);
    await expect.poll(circuit).toBe("open");
    upstream.behave = () => undefined;
    await untilAllSent(accounts);
  });

  test("a carrier that goes away at full speed gets a bounded number of requests, and one probe ends it", async () => {
    let isAway = false;
    upstream.behave = () => {
      isAway ||= upstream.asked.length > 600;
      return isAway ? { status: 503 } : undefined;
    };
    const accounts = await sendMany(1600);
    await expect.poll(circuit, { timeout: 60_000, interval: 50 }).toBe("open");
    const startedAt = Date.now();
    await expect.poll(async () => (await carrierHealth()).window.failures > 8).toBe(true);
    // A hundred in a row at most, what was in flight, and eight for each probe after 1 s, 2 s, 4 s …
    const probes = 1 + Math.log2(1 + (Date.now() - startedAt) / 800);
    expect(upstream.asked.length).toBeLessThan(600 + 100 + 32 + 8 * probes);
    const reached = new Set(upstream.asked.map(({ wire }) => wire["client_ref"]));
    isAway = false;
    upstream.behave = () => undefined;
    upstream.asked.length = 0;
    const left = (await rowsOf(accounts)).filter(({ status }) => status !== "sent").length;
    await untilAllSent(accounts);
    expect(upstream.asked.length).toBeLessThanOrEqual(left);
    expect(reached.size).toBeLessThan(800);
    expect(await circuit()).toBe("closed");
  });

  test("a carrier that never responds holds up no test message", async () => {
    upstream.behave = () => "silence";
    const accounts = await sendMany(40);
    await expect.poll(() => upstream.asked.length).toBe(16);
    await eventually(await send({ isTest: true }), { status: "delivered" });
    expect((await rowsOf(accounts)).filter(({ status }) => status === "sent")).toEqual([]);
    upstream.behave = () => undefined;
    await untilAllSent(accounts);
  });
});

describe("two worker processes", () => {
  const children: ChildProcess[] = [];
  afterAll(async () => {
    for (const child of children) child.kill("SIGTERM");
    await Promise.all(children.map((child) => child.exitCode ?? once(child, "exit")));
  });

  test("ask a carrier that is away no more often than one would, and send each message once", async () => {
    upstream.behave = () => ({ status: 503 });
    const accounts = await sendMany(200);
    await Promise.all([startWorker(), startWorker()]);
    await expect.poll(circuit, { timeout: 30_000, interval: 50 }).toBe("open");
    const startedAt = Date.now();
    const explained = async () =>
      (await rowsOf(accounts)).every((row) => row.waitReason === "carrier_down");
    await expect.poll(explained, { timeout: 30_000 }).toBe(true);
    const probes = 1 + Math.log2(1 + (Date.now() - startedAt) / 800);
    expect(upstream.asked.length).toBeLessThan(2 * 32 + 8 * probes);
    upstream.behave = () => undefined;
    await untilAllSent(accounts);
    for (const { id } of await rowsOf(accounts)) {
      expect(upstream.takenOf(publicId("msg", id))).toHaveLength(1);
    }
  });

  async function startWorker(): Promise<void> {
    const program = join(projectRoot(), "lib/testing/run-worker-process.ts");
    const words = ["--conditions=react-server", "--import", "tsx", program];
    const child = spawn(process.execPath, words, {
      cwd: projectRoot(),
      env: { ...process.env, DATABASE_POOL: "4", LOG_LEVEL: "fatal" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    await once(child.stdout, "data");
  }
});
