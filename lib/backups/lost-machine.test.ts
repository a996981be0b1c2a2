import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { Installation } from "../testing/installation";
import { runSql } from "../testing/run-sql";
import { type Receiver, startReceiver } from "../testing/start-receiver";

// Programs are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), "depesza-lost-"));
const file = join(folder, "depesza.tar.aes");
const email = "anna@example.com";
const settings = {
  RATE_LIMIT_BURST: "0",
  RATE_LIMIT_SUSTAINED: "0",
  WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
  BACKUP_PASSPHRASE: "correct horse battery",
};

let lost: Installation;
let found: Installation;
let receiver: Receiver;
let token: string;
let secret: string;

beforeAll(async () => {
  receiver = await startReceiver();
  lost = await Installation.prepare(settings);
  const login = ["--email", email, "--password", "a long enough one"];
  await lost.cli("account", "create", ...login, "--credits", "100000");
  const made = await lost.cli("token", "create", "--email", email, "--name", "test");
  token = z.object({ token: z.string() }).parse(made.json).token;
  const hook = await lost.cli("webhook", "create", "--email", email, "--url", receiver.url);
  secret = z.object({ secret: z.string() }).parse(hook.json).secret;
  await lost.start();
});
afterAll(async () => {
  await found?.remove();
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

async function call(at: Installation, [method, path]: [string, string], body?: unknown) {
  const response = await fetch(`${at.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function send(at: Installation, extra: Record<string, unknown> = {}): Promise<string> {
  const wire = { from: "YourBrand", to: "48732129000", body: "Hi", idempotency_key: randomUUID() };
  const { status, body } = await call(at, ["POST", "/api/sms"], { ...wire, ...extra });
  expect({ status, body }).toMatchObject({ status: 200 });
  return String(body["message_id"]);
}

const keysOf = (installation: Installation) =>
  JSON.parse(readFileSync(join(installation.folder, "secrets.json"), "utf8"));

test("a backup made under load brings a lost machine back: messages, credits, tokens, endpoints, keys", async () => {
  const accepted: string[] = [];
  const load = { isOn: true };
  const clients = Array.from({ length: 4 }, async () => {
    while (load.isOn) accepted.push(await send(lost));
  });
  await expect.poll(() => accepted.length, { timeout: 60_000 }).toBeGreaterThan(50);
  const surely = [...accepted];
  const backup = await lost.cli("backup", "--to", file);
  const during = accepted.length - surely.length;
  load.isOn = false;
  await Promise.all(clients);
  expect(backup).toMatchObject({ code: 0, json: { file, encrypted: true } });
  expect(during).toBeGreaterThan(0);
  const keys = keysOf(lost);
  await lost.remove();

  found = await Installation.prepare(settings);
  const restored = await found.cli("restore", file);
  expect(restored).toMatchObject({ code: 0, json: { breaches: 0 } });
  expect(keysOf(found)).toMatchObject({ session: keys.session });
  expect(keysOf(found).database).not.toBe(keys.database);
  await found.start();

  const sent = await send(found);
  const ended = () =>
    runSql<{ id: string }>(
      found.databaseUrl,
      "select count(*)::int as open from messages where status <> 'delivered'",
    );
  await expect.poll(ended, { timeout: 60_000 }).toEqual([{ open: 0 }]);
  for (const id of surely) {
    const { status, body } = await call(found, ["GET", `/api/sms/${id}`]);
    expect({ status, body }).toMatchObject({ status: 200, body: { status: "delivered" } });
  }
  const event = () => receiver.requests.find(({ body }) => body.includes(sent));
  await expect.poll(event, { timeout: 60_000 }).toBeDefined();
  const { body = "", headers = {} } = event() ?? {};
  expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow();
  expect(await found.cli("audit")).toMatchObject({ code: 0 });
});

test("a running installation, and one with accounts, are not restored over", async () => {
  const running = await found.run("restore", file, "--replace");
  expect(running).toMatchObject({
    code: 1,
    err: expect.stringMatching(/stop all of its processes/),
  });
  await found.kill();
  const occupied = await found.run("restore", file);
  expect(occupied).toMatchObject({ code: 1, err: expect.stringMatching(/add --replace/) });
});

test("without its passphrase, or with another, a backup is neither checked nor restored", async () => {
  expect(await found.run("restore", file, "--check")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^OK: .* is whole\. Depesza \S+ made it at /),
  });
  found.configure({ BACKUP_PASSPHRASE: "" });
  const without = await found.run("restore", file, "--replace");
  expect(without).toMatchObject({
    code: 1,
    err: expect.stringMatching(/is encrypted; set BACKUP/),
  });
  found.configure({ BACKUP_PASSPHRASE: "incorrect horse" });
  const wrong = await found.run("restore", file, "--check");
  expect(wrong).toMatchObject({ code: 1, err: expect.stringMatching(/PASSPHRASE is another/) });
  found.configure(settings);
});

test("messages that waited at the backup are refunded instead of sent when that is asked for", async () => {
  await found.start();
  const inADay = new Date(Date.now() + 86_400_000).toISOString();
  const waiting = await send(found, { scheduled_at: inADay });
  await found.kill();
  const due = "update messages set due_at = now() where status = 'scheduled'";
  await runSql(found.databaseUrl, due);
  const later = join(folder, "later.tar.aes");
  expect(await found.cli("backup", "--to", later)).toMatchObject({ code: 0 });
  const kept = await found.cli("restore", later, "--replace");
  expect(kept).toMatchObject({ code: 0, json: { waiting: 1, expired: 0, breaches: 0 } });
  const refunded = await found.cli("restore", later, "--replace", "--expire-waiting");
  expect(refunded).toMatchObject({ code: 0, json: { waiting: 0, expired: 1, breaches: 0 } });
  await found.start();
  const { body } = await call(found, ["GET", `/api/sms/${waiting}`]);
  expect(body).toMatchObject({ status: "expired" });
  const refund = "select gain::int from ledger_transactions where kind = 'refund'";
  expect(await runSql(found.databaseUrl, refund)).toEqual([{ gain: 1 }]);
});
