import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { Agent, request as send } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { freePort } from "../database/free-port";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { bundleProgram } from "../testing/bundle-program";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { childrenOf } from "../testing/process-family";
import { mintSignedIn } from "../testing/signed-in";
import { soakOr } from "../testing/soak-or";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { useOwnDatabase } from "../testing/use-own-database";
import { revokeToken } from "../tokens/revoke-token";
import { createEndpoint } from "../webhooks/create-endpoint";

// Real processes on a busy machine: what counts is that they get there.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
const patience = { timeout: 60_000, interval: 50 };

const testMessages = 20;
const clients = 6;
const rounds = soakOr(5, 1);

let dropDatabase: () => Promise<void>;
let receiver: Receiver;
let programs: string[] = [];
let main: ChildProcess;
let port: number;

beforeAll(async () => {
  const build =
    "import('./scripts/prepare.mjs').then((made) => made.ensureBuilt({ pages: false }))";
  await promisify(execFile)(process.execPath, ["-e", build]);
  programs = await Promise.all(["serve-apart", "pages-stand-in"].map(bundleProgram));
  dropDatabase = await useOwnDatabase({
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
    WEBHOOK_RETRY_SCHEDULE: "0,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1",
    // The lease of a delivery is twice that and five seconds.
    WEBHOOK_TIMEOUT: "0.5",
  });
  receiver = await startReceiver();
  port = await freePort();
  main = await start();
});
afterAll(async () => {
  main.kill("SIGTERM");
  await once(main, "exit");
  await receiver.close();
  await dropDatabase();
  for (const program of programs) rmSync(program, { force: true });
});

/** Two processes for the API, one for the worker, and one for what stands in for the pages. */
async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, programs, {
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", LOG_LEVEL: "silent", PROCESSES: "2" },
      ...{ PORT: String(port), HOST: "127.0.0.1" },
      ...{ RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "0", RATE_LIMIT_MESSAGES: "0" },
      RATE_LIMIT_TEST_MESSAGES: String(testMessages),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  expect(String(said)).toMatch(/^http/);
  return child;
}

function processesOf(part: string): number[] {
  return childrenOf(main.pid ?? 0).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(part),
  );
}

interface Call {
  path?: string;
  token?: string;
  cookie?: string;
  body?: unknown;
  /** A connection of its own when left out. */
  agent?: Agent;
}

async function open({ path = "/api/sms", token, cookie, body, agent }: Call) {
  const request = send({
    ...{ host: "127.0.0.1", port, path, agent: agent ?? false },
    method: body ? "POST" : "GET",
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(cookie ? { cookie } : {}),
      ...(body ? { "content-type": "application/json" } : {}),
    },
  });
  request.end(body ? JSON.stringify(body) : undefined);
  const [response] = await once(request, "response");
  return response;
}

async function call(wanted: Call) {
  const response = await open(wanted);
  const body = await text(response);
  return { status: Number(response.statusCode), body };
}

const message = (key: string) => ({
  ...{ from: "YourBrand", to: "48732129000", body: "Your order is on its way" },
  idempotency_key: key,
});

interface Load {
  isOver: boolean;
  /** The messages by their keys. */
  accepted: Map<string, string>;
}

/** Sends until the message is accepted: whoever lost a connection does not know whether it was. */
async function sendUntilAccepted(wanted: Call): Promise<string> {
  for (;;) {
    const answer = await call(wanted).catch(() => ({ status: 503, body: "" }));
    if (answer.status === 200) return JSON.parse(answer.body).message_id as string;
    if (answer.status !== 503) throw new Error(`${answer.status}: ${answer.body}`);
    await pause(20);
  }
}

async function runClient(load: Load, by: Pick<Call, "token" | "agent">): Promise<void> {
  while (!load.isOver) {
    const key = randomUUID();
    load.accepted.set(key, await sendUntilAccepted({ ...by, body: message(key) }));
  }
}

/** Clients that send one message after another, on a connection each or on a new one for each. */
function sendOn({ token }: MintedAccount) {
  const load: Load = { isOver: false, accepted: new Map() };
  const agents = Array.from({ length: clients / 2 }, () => oneConnection());
  const callers = [...agents.map((agent) => ({ token, agent })), ...agents.map(() => ({ token }))];
  return Object.assign(load, { ended: Promise.all(callers.map((by) => runClient(load, by))) });
}

function oneConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

/** What a killed worker had in hand is taken back after its lease, which is let run out here. */
async function endLeases(): Promise<void> {
  await db().execute(sql`
    update messages set lease_until = now()
    where lease_until between now() and now() + interval '15 seconds'`);
}

async function countOf(account: MintedAccount, status?: string): Promise<number> {
  const [row] = await db().execute<{ n: number }>(sql`
    select count(*)::int as n from messages where account_id = ${account.accountId}
    ${status ? sql`and status = ${status}` : sql``}`);
  return row?.n ?? 0;
}

test("the figures of every process come from whichever is asked", async () => {
  const { token } = await mintAccount();
  await call({ token, body: message(randomUUID()) });
  const scrape = () => call({ path: "/api/metrics" });
  const names = ["main", "api-1", "api-2", "worker", "pages"];
  await expect
    .poll(async () => {
      const { status, body } = await scrape();
      const lives = names.filter((name) =>
        body.includes(`depesza_process_up{process="${name}"} 1`),
      );
      const memory = names.filter((name) =>
        body.includes(`process_resident_memory_bytes{process="${name}"}`),
      );
      const hasAccepted =
        /depesza_messages_accepted_total\{process="api-\d",source="api"\} \d/.test(body);
      const hasSent = /depesza_messages_total\{process="worker",[^}]*state="sent"\} \d/.test(body);
      return { status, lives, memory, hasAccepted, hasSent };
    }, patience)
    .toEqual({
      status: 200,
      lives: names,
      memory: names.slice(0, 4),
      hasAccepted: true,
      hasSent: true,
    });
});

test("kill -9 of each kind of process under load, and of them all with the main process: the others serve meanwhile, the killed one is started again, and no message is lost or doubled", async () => {
  const account = await mintAccount({ credits: 1_000_000 });
  const actor = operatorOf(account.accountId, "live");
  await createEndpoint({ actor, input: { url: receiver.url, events: ["sms.delivered"] } });
  const load = sendOn(account);
  const progress = async () => {
    const before = load.accepted.size;
    await expect.poll(() => load.accepted.size, patience).toBeGreaterThan(before + 2 * clients);
  };
  await progress();
  for (let round = 0; round < rounds; round += 1) {
    for (const part of ["dist/api.mjs", "dist/worker.mjs", "pages-stand-in"]) {
      const before = processesOf(part);
      process.kill(before[0] ?? 0, "SIGKILL");
      await progress();
      await expect
        .poll(() => processesOf(part).filter((pid) => !before.includes(pid)), patience)
        .toHaveLength(1);
    }
    await expect.poll(async () => (await call({ path: "/pid" })).status, patience).toBe(200);
    const family = childrenOf(main.pid ?? 0);
    expect(family).toHaveLength(4);
    main.kill("SIGKILL");
    await expect.poll(() => family.filter(isAlive), patience).toEqual([]);
    main = await start();
    await progress();
  }
  load.isOver = true;
  await load.ended;

  const sent = load.accepted.size;
  expect(new Set(load.accepted.values()).size).toBe(sent);
  expect(await countOf(account)).toBe(sent);
  const delivered = async () => {
    await endLeases();
    return countOf(account, "delivered");
  };
  await expect.poll(delivered, patience).toBe(sent);
  const told = () => receiver.requests.map(({ body }) => /msg_\w+/.exec(body)?.[0]);
  await expect.poll(() => new Set(told()).size, patience).toBe(sent);
  // At least once: an attempt that was cut off is made again, under the same id.
  expect(new Set(receiver.requests.map((got) => got.headers["webhook-id"])).size).toBe(sent);
  expect(await getBalance({ actor })).toBe(1_000_000 - sent);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a process that is stuck holds up one new connection at most, and that only until it goes on", async () => {
  const [stuck = 0] = processesOf("dist/api.mjs");
  process.kill(stuck, "SIGSTOP");
  const answered: number[] = [];
  const calls = Array.from({ length: 12 }, async () => {
    answered.push((await call({ path: "/api/health/live" })).status);
  });
  await expect.poll(() => answered.length, patience).toBeGreaterThan(10);
  process.kill(stuck, "SIGCONT");
  await Promise.all(calls);
  expect(new Set(answered)).toEqual(new Set([200]));
});

test("an account has one limit, by whichever process it sends", async () => {
  const { token } = await mintAccount({ mode: "test" });
  const sent = await Promise.all(
    Array.from({ length: 2 * testMessages }, () => call({ token, body: message(randomUUID()) })),
  );
  const counted = (status: number) => sent.filter((each) => each.status === status).length;
  expect([counted(200), counted(429)]).toEqual([testMessages, testMessages]);
});

test("a revoked token stops immediately in each process", async () => {
  const { token, tokenId, accountId } = await mintAccount();
  const agents = Array.from({ length: 6 }, oneConnection);
  const statuses = async () => {
    const calls = agents.map((agent) => call({ token, agent, body: message(randomUUID()) }));
    return new Set((await Promise.all(calls)).map(({ status }) => status));
  };
  expect(await statuses()).toEqual(new Set([200]));
  await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
  expect(await statuses()).toEqual(new Set([401]));
  for (const agent of agents) agent.destroy();
});

test("a live log hears what every process stores", async () => {
  const { token, session } = await mintSignedIn();
  const cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
  const streams = await Promise.all(
    Array.from({ length: 2 }, async () => {
      const stream = await open({ path: "/api/panel/stream", cookie });
      const follower = { said: "", stream };
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        follower.said += chunk;
      });
      await expect.poll(() => follower.said, patience).toContain("event: ready");
      return follower;
    }),
  );
  const sent = await Promise.all(
    Array.from({ length: 4 }, () => call({ token, body: message(randomUUID()) })),
  );
  for (const { body } of sent) {
    const { message_id: id } = JSON.parse(body);
    for (const follower of streams) {
      await expect
        .poll(() => follower.said, patience)
        .toMatch(new RegExp(`${id}[^\\n]*"delivered"`));
    }
  }
  for (const { stream } of streams) stream.destroy();
});
