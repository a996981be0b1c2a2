import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../../core/actor";
import { db } from "../../core/db";
import { parsePublicId } from "../../core/ids";
import { getBalance } from "../../credits/get-balance";
import { cancelMessage } from "../../messages/cancel-message";
import { getMessage } from "../../messages/get-message";
import { sendMessage } from "../../sending/send-message";
import { carrierHealth } from "../../testing/carrier-health";
import { eventually } from "../../testing/eventually";
import { mintAccount } from "../../testing/mint-account";
import { startApi } from "../../testing/start-api";
import { type Asked, Upstream } from "../../testing/upstream";
import { useOwnDatabase } from "../../testing/use-own-database";
import { callbackUrl } from "../callback-url";

// A busy machine may take its time: what counts is that it gets there.
vi.setConfig({ testTimeout: 60_000 });

const upstream = new Upstream();
let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;

beforeAll(async () => {
  // A database of its own: workers of other test files would hand these messages to the simulator.
  await upstream.listen();
  dropDatabase = await useOwnDatabase({
    SMS_API_URL: `${upstream.url}/`,
    SMS_API_TOKEN: upstream.token,
  });
  server = await startApi();
});
afterEach(() => {
  upstream.behave = () => undefined;
});
afterAll(async () => {
  await server.stop();
  await upstream.close();
  await dropDatabase();
});

interface Sent {
  accountId: string;
  messageId: string;
}

async function send(change: Record<string, unknown> = {}, { accountId = "", test = false } = {}) {
  const owner = accountId || (await mintAccount({ credits: 50 })).accountId;
  const caller = operatorOf(owner, test ? "test" : "live");
  const wire = { from: "YourBrand", to: "48732129000", body: "Zażółć", ...change };
  const { accepted } = await sendMessage({ actor: caller, input: wire });
  return { accountId: owner, messageId: accepted.message_id ?? "" };
}

async function sendMany(count: number): Promise<string> {
  const { accountId } = await mintAccount({ credits: count });
  await Promise.all(Array.from({ length: count }, () => send({ body: "Hello" }, { accountId })));
  return accountId;
}

/** Waits until that many messages of an account are in this state. */
async function untilAll(accountId: string, count: number, expected: object): Promise<void> {
  const matching = async () => {
    const rows = await db().select().from(messages).where(eq(messages.accountId, accountId));
    return rows.filter((row) =>
      Object.entries(expected).every(([name, value]) => row[name as keyof typeof row] === value),
    ).length;
  };
  await expect.poll(matching, { timeout: 30_000, interval: 100 }).toBe(count);
}

async function rowOf({ accountId, messageId }: Sent) {
  const id = parsePublicId("msg", messageId) ?? "";
  const [row] = await db()
    .select()
    .from(messages)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
  return row;
}

async function reasonsOf({ accountId, messageId }: Sent) {
  const { events } = await getMessage({ actor: operatorOf(accountId), input: { messageId } });
  return events.filter(({ type }) => type === "deferred").map(({ reason }) => reason);
}

function post(event: unknown) {
  return fetch(`${server.url}${new URL(callbackUrl("upstream")).pathname}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event),
  });
}

const isAbout = ({ messageId }: Sent, { wire }: Asked) => wire["client_ref"] === messageId;
const waitingFor = (reason: string) => ({ status: "queued", wait_reason: reason }) as const;

describe("a message to the upstream", () => {
  test("is asked for as documented, and its event ends it", async () => {
    const message = await send({ validity: 3600 });
    await eventually(message, { status: "sent", carrier: "upstream" });
    const [asked, ...more] = upstream.askedFor(message.messageId);
    expect(more).toEqual([]);
    expect(asked?.authorization).toBe(`Bearer ${upstream.token}`);
    const { idempotency_key: key, validity, ...wire } = asked?.wire ?? {};
    expect(wire).toEqual({
      from: "YourBrand",
      to: "48732129000",
      body: "Zażółć",
      client_ref: message.messageId,
    });
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(validity).toBeGreaterThan(3500);
    expect(validity).toBeLessThanOrEqual(3600);
    const [taken] = upstream.takenOf(message.messageId);
    const event = {
      event: "sms.delivered",
      message_id: taken?.messageId,
      operator: "Orange Polska",
    };
    expect((await post(event)).status).toBe(200);
    await eventually(message, { status: "delivered", operator: "Orange Polska" });
  });

  test("whose event comes before the answer is delivered", async () => {
    upstream.behave = async ({ wire }) => {
      const event = { type: "NOTIFICATION", message_id: `early-${wire["client_ref"]}` };
      const answer = await post({ ...event, status: "DELIVERED" });
      return { status: answer.status === 404 ? 200 : 500, body: { message_id: event.message_id } };
    };
    const { events } = await eventually(await send(), { status: "delivered" });
    expect(events.map(({ type }) => type)).toEqual(["accepted", "sent", "sms.delivered"]);
  });

  test("of a test token never leaves, also while the upstream is away", async () => {
    await upstream.close();
    const live = await send();
    await eventually(live, waitingFor("carrier_down"));
    const message = await send({}, { test: true });
    await eventually(message, { status: "delivered", carrier: "simulator" });
    await upstream.listen();
    await eventually(live, { status: "sent" });
    expect(upstream.askedFor(message.messageId)).toEqual([]);
  });

  test("that is refused fails with the carrier's own sentence, and no other does", async () => {
    const wrong = ["This recipient is on the block list. \u0000\ud83d"];
    upstream.behave = ({ wire }) =>
      wire["to"] === "48732129001"
        ? { status: 422, body: { code: "invalid_request", errors: { to: wrong } } }
        : undefined;
    const [refused, taken] = await Promise.all([send({ to: "48732129001" }), send()]);
    await eventually(refused, {
      status: "failed",
      reason: "This recipient is on the block list. \ufffd\ufffd",
      carrier_code: "invalid_request",
    });
    await eventually(taken, { status: "sent" });
    expect(await carrierHealth()).toMatchObject({ reason: null });
  });
});

describe("nothing is lost and nothing doubled when", () => {
  test("the answer is cut off after the upstream took the message", async () => {
    upstream.behave = ({ times }) => (times === 1 ? "cut" : undefined);
    const message = await send();
    await eventually(message, { status: "sent" });
    expect(upstream.askedFor(message.messageId)).toHaveLength(2);
    expect(upstream.takenOf(message.messageId)).toHaveLength(1);
  });

  test("the answer does not come in time", async () => {
    upstream.behave = ({ times }) => (times === 1 ? "silence" : undefined);
    const message = await send();
    await eventually(message, { status: "sent" }, 19_000);
    expect(upstream.askedFor(message.messageId)).toHaveLength(2);
    expect(upstream.takenOf(message.messageId)).toHaveLength(1);
    expect(await rowOf(message)).toMatchObject({ attempts: 2, waitReason: null });
  });

  test("the answer is a 200 without an id, or the key is under way", async () => {
    const replies = [
      { status: 200, headers: { "retry-after": "0" }, body: "<p>Welcome</p>" },
      { status: 409, headers: { "retry-after": "1" } },
    ];
    upstream.behave = ({ times }) => replies[times - 1];
    const message = await send();
    await eventually(message, { status: "sent" });
    expect(upstream.takenOf(message.messageId)).toHaveLength(1);
  });

  test("it may be there, it cannot be cancelled; when it cannot be there, it can", async () => {
    upstream.behave = () => "cut";
    const perhaps = await send();
    await eventually(perhaps, waitingFor("carrier_down"));
    const cancelled = cancelMessage({
      actor: operatorOf(perhaps.accountId),
      input: { messageId: perhaps.messageId },
    });
    await expect(cancelled).rejects.toMatchObject({ code: "conflict" });
    upstream.behave = () => ({ status: 402 });
    const surelyNot = await send();
    // Between two attempts: a conflict while one is in flight.
    await expect
      .poll(() =>
        cancelMessage({
          actor: operatorOf(surelyNot.accountId),
          input: { messageId: surelyNot.messageId },
        }).catch(() => null),
      )
      .toMatchObject({ status: "cancelled" });
    expect(await getBalance({ actor: operatorOf(surelyNot.accountId) })).toBe(50);
    upstream.behave = () => undefined;
    await eventually(perhaps, { status: "sent" });
  });
});

describe("while the upstream has trouble its messages wait and say why", () => {
  test.each([
    [401, "carrier_unauthorized", "Missing or invalid token"],
    [402, "carrier_out_of_credits", "Not enough credits"],
    [503, "carrier_down", "Not available right now"],
  ])("%i is %s and ends by itself", async (status, reason, title) => {
    upstream.behave = () => ({ status, body: { title } });
    const message = await send();
    await eventually(message, waitingFor(reason));
    await sendMany(10);
    const trouble = { circuit: "open", reason, detail: `HTTP ${status}: ${title}`, waiting: 11 };
    await expect.poll(() => carrierHealth()).toMatchObject(trouble);
    const late = await send();
    await eventually(late, waitingFor(reason));
    expect((await carrierHealth()).oldestSince).toEqual((await rowOf(message))?.createdAt);
    upstream.behave = () => undefined;
    await eventually(message, { status: "sent", wait_reason: null });
    await eventually(late, { status: "sent", wait_reason: null });
    expect(await reasonsOf(message)).toEqual([reason]);
    expect(await reasonsOf(late)).toEqual([reason]);
    await expect
      .poll(() => carrierHealth())
      .toMatchObject({ circuit: "closed", reason: null, retryAt: null, waiting: 0 });
  });

  test("429 pauses everything for as long as it says, and then everything goes", async () => {
    const before = upstream.asked.length;
    let throttledAt = 0;
    const pauses: number[] = [];
    upstream.behave = () => {
      if (throttledAt && Date.now() - throttledAt < 2000) pauses.push(Date.now() - throttledAt);
      if (upstream.asked.length - before !== 40) return undefined;
      throttledAt = Date.now();
      return { status: 429, headers: { "retry-after": "2" } };
    };
    const accountId = await sendMany(200);
    await untilAll(accountId, 200, { status: "sent" });
    // What was in flight, and what began while its response traveled, may still come; after that, silence.
    expect(pauses.length).toBeLessThan(32);
    expect(Math.max(0, ...pauses)).toBeLessThan(1500);
    expect(upstream.asked.length - before).toBe(201);
  });

  test("connection refused is carrier_down until it is back", async () => {
    await upstream.close();
    const accountId = await sendMany(30);
    await untilAll(accountId, 30, { waitReason: "carrier_down" });
    await expect.poll(() => carrierHealth()).toMatchObject({ reason: "carrier_down", waiting: 30 });
    await upstream.listen();
    await untilAll(accountId, 30, { status: "sent" });
  });

  test("it is not hammered", async () => {
    upstream.behave = () => ({ status: 500, headers: { "retry-after": "1" } });
    const before = upstream.asked.length;
    const startedAt = Date.now();
    const accountId = await sendMany(100);
    await untilAll(accountId, 100, { waitReason: "carrier_down" });
    const seconds = (Date.now() - startedAt) / 1000;
    // Sixteen at once, until fifteen had failed; then eight after 1 s, 2 s, 4 s … less a fifth.
    const probes = 1 + Math.log2(1 + seconds / 0.8);
    expect(upstream.asked.length - before).toBeLessThanOrEqual(31 + 8 * probes);
    upstream.behave = () => undefined;
    await untilAll(accountId, 100, { status: "sent" });
  });

  test("one message it chokes on holds up no other", async () => {
    const poison = await send({ to: "48732129002" });
    upstream.behave = (asked) =>
      isAbout(poison, asked) ? { status: 500, headers: { "retry-after": "1" } } : undefined;
    await untilAll(await sendMany(20), 20, { status: "sent" });
    upstream.behave = () => undefined;
    await eventually(poison, { status: "sent" });
  });

  test("none fails before its validity ends, and then it expires and is paid back", async () => {
    upstream.behave = () => ({ status: 402 });
    const message = await send();
    await eventually(message, waitingFor("carrier_out_of_credits"));
    await db()
      .update(messages)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(eq(messages.id, parsePublicId("msg", message.messageId) ?? ""));
    await eventually(message, { status: "expired", reason: "not_sent_in_time" });
    expect(await getBalance({ actor: operatorOf(message.accountId) })).toBe(50);
  });
});
