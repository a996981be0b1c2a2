import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { operatorOf } from "../core/actor";
import type { AppError } from "../core/errors";
import { log } from "../core/log";
import { projectRoot } from "../database/project-root";
import { startRedis } from "../testing/start-redis";
import { limitMessages } from "./limit-messages";
import { limitRequests } from "./limit-requests";

/** What passes of a flood: a burst of 30 at once, and as many that waited a second for the next. */
const twoSeconds = 60;

let redis: Awaited<ReturnType<typeof startRedis>>;
let other: ReturnType<typeof startOther>;

beforeAll(async () => {
  redis = await startRedis();
  // Read when the first limit is asked for, which is after this.
  process.env["REDIS_URL"] = redis.url;
  process.env["RATE_LIMIT_BURST"] = "30";
  process.env["RATE_LIMIT_SUSTAINED"] = "1000";
  process.env["RATE_LIMIT_MESSAGES"] = "60000";
  other = startOther();
});

afterAll(async () => {
  other.child.kill("SIGKILL");
  await redis.kill();
});

/** Another process that limits requests. */
function startOther() {
  const program = join(projectRoot(), "lib/testing/count-requests.ts");
  const child: ChildProcess & { stdin: Writable } = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions", "react-server", program],
    { cwd: projectRoot(), stdio: ["pipe", "pipe", "inherit"] },
  );
  if (!child.stdout) throw new Error("The other process says nothing.");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  async function ask(account: string, count: number, what = "requests"): Promise<number> {
    child.stdin.write(`${account} ${count} ${what}\n`);
    return Number((await lines.next()).value);
  }
  return { child, ask };
}

async function ask(account: string, count: number): Promise<number> {
  const asked = Array.from({ length: count }, () => limitRequests(operatorOf(account, "live")));
  const answers = await Promise.allSettled(asked);
  return answers.filter(({ status }) => status === "fulfilled").length;
}

describe("limits with REDIS_URL", () => {
  it("two processes share one budget", async () => {
    await shared();
  });

  it("two processes share one bucket of messages, and who waits as long as told gets through", async () => {
    const sender = operatorOf(randomUUID(), "live");
    await limitMessages(sender, 10_000);
    expect(await other.ask(sender.accountId, 49_000, "messages")).toBe(49_000);
    const refusal = await limitMessages(sender, 2500).catch((error: AppError) => error);
    expect(refusal?.details.rate).toMatchObject({ policy: "messages" });
    expect(await other.ask(sender.accountId, 2500, "messages")).toBe(0);
    await wait(refusal?.details.retryAfterMs ?? 0);
    expect(await other.ask(sender.accountId, 2500, "messages")).toBe(2500);
  });

  it("whoever waits exactly as long as told gets through, in 99 of 100 cases and more", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, async (_, place) => {
        const account = randomUUID();
        await limitRequests(operatorOf(account, "live"));
        await wait(25 * place);
        const { details } = await refusalOf(account);
        await wait(details.retryAfterMs ?? 0);
        return ask(account, 1);
      }),
    );
    expect(outcomes.filter(Boolean).length / outcomes.length).toBeGreaterThanOrEqual(0.99);
  }, 60_000);

  it("a Redis that hangs, dies and comes back never stops a request; that is said once", async () => {
    const said = vi.spyOn(log(), "warn");
    redis.freeze();
    expect(await ask(randomUUID(), 3)).toBe(3);
    await limitMessages(operatorOf(randomUUID(), "live"), 60_000);
    await expect.poll(() => said.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
    redis.resume();
    await shared();
    const before = said.mock.calls.length;
    const port = Number(new URL(redis.url).port);
    await redis.kill();
    expect(await ask(randomUUID(), 70)).toBe(twoSeconds);
    await limitMessages(operatorOf(randomUUID(), "live"), 60_000);
    expect(await other.ask(randomUUID(), 3)).toBe(3);
    await expect.poll(() => said.mock.calls.length, { timeout: 10_000 }).toBe(before + 1);
    expect(await ask(randomUUID(), 70)).toBe(twoSeconds);
    expect(said).toHaveBeenCalledTimes(before + 1);
    said.mockRestore();
    redis = await startRedis(port);
    await shared();
  });
});

/** Asks with more at once than can pass or wait; the refusal of one that could not. */
async function refusalOf(account: string): Promise<AppError> {
  // On a slow machine one flood may fall into two windows, neither of which is then full.
  for (;;) {
    const flood = Array.from({ length: 61 }, () => limitRequests(operatorOf(account, "live")));
    const refusals = flood.map((each) =>
      each.then(
        () => Promise.reject(),
        (error) => error,
      ),
    );
    const refusal = await Promise.any(refusals).catch(() => undefined);
    if (refusal) return refusal;
  }
}

/** Waits until both processes count together: each alone would let all of its requests through. */
async function shared(): Promise<void> {
  await expect
    .poll(
      async () => {
        const account = randomUUID();
        const accepted = await Promise.all([ask(account, 50), other.ask(account, 50)]);
        return accepted[0] + accepted[1];
      },
      { timeout: 15_000 },
    )
    .toBe(twoSeconds);
}
