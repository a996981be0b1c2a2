import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { Installation } from "../testing/installation";
import { runSql } from "../testing/run-sql";
import { soakOr } from "../testing/soak-or";
import { type Receiver, startReceiver } from "../testing/start-receiver";

// About a minute on two busy cores; what counts is that it gets there.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const number = soakOr(1000, 300);
const clients = 12;
/** How long a customer's client waits before it asks again. */
const againMs = 200;
/** The schedule of API.md, faster: what is proved is that each try comes, not that it comes in five hours. */
const hasty = {
  WEBHOOK_RETRY_SCHEDULE: "0,1,1,2,2,2,3,3,3,3",
  WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
};
const email = "anna@example.com";

let a: Installation;
let b: Installation;
let receiver: Receiver;
let customer: { token: string; secret: string };

beforeAll(async () => {
  [a, b, receiver] = await Promise.all([
    Installation.prepare(hasty),
    Installation.prepare(hasty),
    startReceiver(),
  ]);
  const [ours, theirs] = await Promise.all([
    openAccount(a, receiver.url),
    openAccount(b, a.callbackUrl),
  ]);
  customer = ours;
  a.configure({
    RATE_LIMIT_BURST: "0",
    RATE_LIMIT_SUSTAINED: "0",
    SMS_API_URL: b.url,
    SMS_API_TOKEN: theirs.token,
    SMS_API_WEBHOOK_SECRET: theirs.secret,
    SMS_API_ADDRESSES: "127.0.0.1",
  });
  await Promise.all([a.start(), b.start()]);
});
afterAll(async () => {
  await Promise.all([a.remove(), b.remove()]);
  await receiver.close();
});

/** An account with a token and a webhook endpoint, all by the administrator's command line. */
async function openAccount(installation: Installation, url: string) {
  const words = ["account", "create", "--email", email, "--password", randomUUID()];
  await installation.cli(...words, "--credits", String(number));
  const { json } = await installation.cli("token", "create", "--email", email, "--name", "test");
  const { token } = z.object({ token: z.string() }).parse(json);
  const made = await installation.cli("webhook", "create", "--email", email, "--url", url);
  return { token, secret: z.object({ secret: z.string() }).parse(made.json).secret };
}

/** A careful customer: the same key until there is an answer. */
async function send(place: number): Promise<string> {
  const body = JSON.stringify({
    from: "YourBrand",
    to: `4873212${String(place).padStart(4, "0")}`,
    body: `Message ${place}`,
    idempotency_key: randomUUID(),
  });
  const headers = {
    authorization: `Bearer ${customer.token}`,
    "content-type": "application/json",
  };
  for (;;) {
    const response = await fetch(`${a.url}/api/sms`, { method: "POST", headers, body }).catch(
      () => undefined,
    );
    const answer = await response?.text().catch(() => undefined);
    if (response?.status === 200 && answer) {
      return z.object({ message_id: z.string() }).parse(JSON.parse(answer)).message_id;
    }
    if (response && response.status < 500) throw new Error(`${response.status}: ${answer}`);
    await pause(againMs);
  }
}

async function sendAll(): Promise<string[]> {
  const ids: string[] = [];
  let next = 0;
  const work = async () => {
    while (next < number) {
      next += 1;
      ids.push(await send(next));
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  return ids;
}

function open(installation: Installation) {
  const ask = (text: string, values?: unknown[]) => runSql(installation.databaseUrl, text, values);
  return {
    async count(status = "%") {
      const text = "select count(*)::int as n from messages where status like $1";
      const [row] = await ask(text, [status]);
      return Number(row?.["n"]);
    },
    refs: async () =>
      (await ask("select client_ref from messages")).map((row) => String(row["client_ref"])),
  };
}

test(`${number} messages through A to B, B killed twice and A once: each delivered once, told once, paid once`, async () => {
  const inA = open(a);
  const inB = open(b);
  const atLeast = (count: () => Promise<number>, least: number) =>
    expect.poll(count, { timeout: 150_000, interval: 50 }).toBeGreaterThanOrEqual(least);

  const sending = sendAll();
  await atLeast(() => inB.count(), number * 0.1);
  await b.kill();
  await b.start();
  await atLeast(() => inB.count(), number * 0.35);
  await a.kill();
  await a.start();
  await atLeast(() => inB.count("delivered"), number * 0.5);
  await b.kill();
  await b.start();

  const ids = await sending;
  expect(new Set(ids).size).toBe(number);
  await atLeast(() => inA.count("delivered"), number);
  await expect
    .poll(() => idsOf(receiver).size, { timeout: 60_000, interval: 100 })
    .toBeGreaterThanOrEqual(number);

  expect(await inA.count()).toBe(number);
  expect(await inB.count()).toBe(number);
  expect(await inB.count("delivered")).toBe(number);
  expect((await inB.refs()).sort()).toEqual(ids.sort());
  expect(verified(receiver).sort()).toEqual(ids);
  for (const installation of [a, b]) {
    expect(await installation.cli("audit")).toMatchObject({ code: 0, json: { breaches: 0 } });
  }
  const health = await a.cli("carrier", "status");
  expect(health.json).toMatchObject({
    carriers: [{ carrier: "upstream", state: "ok", waiting: 0 }],
  });
  expect((await a.cli("carrier", "unmatched")).json).toEqual([]);
});

function idsOf({ requests }: Receiver): Set<unknown> {
  return new Set(requests.map(({ headers }) => headers["webhook-id"]));
}

/** The message of each distinct event; every request, repeats too, must pass the reference library. */
function verified({ requests }: Receiver): string[] {
  const Event = z.object({
    event: z.literal("sms.delivered"),
    id: z.string(),
    message_id: z.string(),
  });
  const events = requests.map(({ body, headers }) =>
    Event.parse(new Webhook(customer.secret).verify(body, headers as Record<string, string>)),
  );
  return [...new Map(events.map((event) => [event.id, event.message_id])).values()];
}
