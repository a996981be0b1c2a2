import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { z } from "zod";
import { findPostmaster } from "../lib/database/find-postmaster";
import { type Answer, client } from "./client";
import { balance, inventPerson, mintAccount, mintToken, signUp, test } from "./fixtures";
import { runCli } from "./server";

test.describe.configure({ timeout: 90_000 });

async function creditsOf(dataDir: string, email: string): Promise<number | undefined> {
  const Accounts = z.array(z.object({ email: z.string(), credits: z.number() }));
  const accounts = Accounts.parse(await runCli(dataDir, ["account", "list"]));
  return accounts.find((account) => account.email === email)?.credits;
}

test("a restart keeps messages, tokens, credits and sessions, and what came due meanwhile leaves after it", async ({
  installation: { dataDir, start },
  browser,
}) => {
  const before = await start();
  const context = await browser.newContext({ baseURL: before.url });
  const page = await context.newPage();
  await signUp(page, inventPerson());
  const { token, email } = await mintAccount({ dataDir });
  const { send, until, read } = client(before.url, token);
  const delivered = (await send()).json["message_id"];
  const { json: kept } = await until(delivered, "delivered");
  const dueMs = Date.now() + 2500;
  const { json: scheduled } = await send({ scheduled_at: new Date(dueMs).toISOString() });
  const postgres = findPostmaster(dataDir)?.pid ?? 0;
  await before.stop();
  expect(() => process.kill(postgres, 0), "PostgreSQL is gone").toThrow();
  await expect.poll(() => Date.now(), { timeout: 5000 }).toBeGreaterThan(dueMs);

  const after = await start();
  expect(after.url).toBe(before.url);
  expect((await read(delivered)).json).toEqual(kept);
  const { json: left } = await until(scheduled["message_id"], "delivered");
  expect(Date.parse(String(left["sent_at"]))).toBeGreaterThan(dueMs);
  await page.goto("/messages");
  await expect(balance(page)).toHaveText("100 credits");
  expect(await creditsOf(dataDir, email)).toBe(98);
  await context.close();
  await after.stop();
});

test("a browser that watches comes back by itself after a restart", async ({
  installation: { dataDir, start },
  browser,
}) => {
  const before = await start();
  const context = await browser.newContext({ baseURL: before.url });
  const page = await context.newPage();
  const person = inventPerson();
  await signUp(page, person);
  await page.goto("/messages");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await before.stop();
  await expect(page.getByText("Reconnecting", { exact: true })).toBeVisible();
  const after = await start();
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 20_000 });
  const token = await mintToken({ email: person.email, dataDir });
  await client(after.url, token).send();
  await expect(page.getByRole("row").filter({ hasText: "Delivered" })).toHaveCount(1);
  await expect(balance(page)).toHaveText("99 credits");
  await context.close();
  await after.stop();
});

test("a server killed under load loses no answered message, doubles none and delivers all", async ({
  installation: { dataDir, start },
}) => {
  const unlimited = {
    RATE_LIMIT_BURST: "0",
    RATE_LIMIT_SUSTAINED: "0",
    RATE_LIMIT_MESSAGES: "0",
  };
  const before = await start(unlimited);
  const { token, email } = await mintAccount({ dataDir, credits: 10_000 });
  const { send, until } = client(before.url, token);
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const customer = async () => {
    for (;;) {
      const key = randomUUID();
      asked.push(key);
      const answer = await send({ idempotency_key: key }).catch(() => undefined);
      if (answer === undefined) return;
      answers.set(key, answer);
    }
  };
  const customers = Array.from({ length: 16 }, customer);
  await expect.poll(() => answers.size, { intervals: [20], timeout: 30_000 }).toBeGreaterThan(200);
  await before.kill();
  await Promise.all(customers);
  expect(asked.length).toBeGreaterThan(answers.size);

  const after = await start(unlimited);
  const ids = new Set<unknown>();
  for (const key of asked) {
    const again = await send({ idempotency_key: key });
    expect(again.status).toBe(200);
    const first = answers.get(key);
    if (first) {
      expect(again.text).toBe(first.text);
      expect(again.headers.get("idempotent-replayed")).toBe("true");
    }
    ids.add(again.json["message_id"]);
  }
  expect(ids.size).toBe(asked.length);
  for (const id of ids) {
    const { json } = await until(id, "delivered", 45_000);
    const types = (json["events"] as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === "sms.delivered")).toHaveLength(1);
  }
  expect(await creditsOf(dataDir, email)).toBe(10_000 - asked.length);
  // Fails, by its exit code, on any breach.
  await runCli(dataDir, ["audit"]);
  await after.stop();
});
