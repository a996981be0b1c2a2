import { randomUUID } from "node:crypto";
import { asc, count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { listMessages } from "../message-log/list-messages";
import { eventually } from "../testing/eventually";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.stop());

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
const later = { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() };

async function newCaller(credits = 100, isTest = false): Promise<Actor> {
  const { accountId } = await mintAccount({ credits });
  return operatorOf(accountId, isTest ? "test" : "live");
}

function messagesOf(length: number, change: (place: number) => object = () => ({})) {
  return Array.from({ length }, (_, place) => ({ ...wire, ...change(place) }));
}

async function storedBy({ accountId }: Actor): Promise<number> {
  const [row] = await db()
    .select({ stored: count() })
    .from(messages)
    .where(eq(messages.accountId, accountId));
  return row?.stored ?? 0;
}

/** What became of each message, in a word: its status or the code of its refusal. */
async function wordsOf(batch: unknown[], caller: Actor): Promise<string[]> {
  const { data } = await sendBatch({ actor: caller, input: { messages: batch } });
  return data.map((item) => ("code" in item ? item.code : item.status));
}

describe("a batch", () => {
  test("of 10,000 is accepted in one answer, in order, charged and stored, also by a planner that knows only tiny accounts", async () => {
    for (let accounts = 0; accounts < 30; accounts += 1) {
      const one = messagesOf(1, () => ({ idempotency_key: randomUUID() }));
      await sendBatch({ actor: await newCaller(1), input: { messages: one } });
    }
    await db().execute(sql`analyze messages`);
    const caller = await newCaller(10_000);
    const batch = messagesOf(10_000, (place) => ({
      ...later,
      client_ref: `row-${place}`,
      idempotency_key: randomUUID(),
    }));
    const answer = await sendBatch({ actor: caller, input: { messages: batch } });
    expect(answer).toMatchObject({ accepted: 10_000, rejected: 0 });
    expect(answer.data).toHaveLength(10_000);
    expect(answer.data[9999]).toEqual({
      index: 9999,
      message_id: expect.stringMatching(/^msg_[0-9A-Z]{26}$/),
      status: "scheduled",
      segments: 1,
      credits: 1,
      client_ref: "row-9999",
      metadata: null,
    });
    const ids = answer.data.map((item) => ("message_id" in item ? item.message_id : null));
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(await storedBy(caller)).toBe(10_000);
    expect(await getBalance({ actor: operatorOf(caller.accountId) })).toBe(0);

    const again = await sendBatch({ actor: caller, input: { messages: batch } });
    expect(again.data).toEqual(answer.data.map((item) => ({ ...item, replayed: true })));
    expect(await storedBy(caller)).toBe(10_000);
  }, 60_000);

  test("leaves other requests their turn while it is checked", async () => {
    const caller = await newCaller(0);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await sendBatch({ actor: caller, input: { messages: messagesOf(5000, () => ({ body: "" })) } });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
  });

  test("with bad lines names them, every wrong field, and sends the rest", async () => {
    const caller = await newCaller();
    const batch: unknown[] = messagesOf(6);
    batch[1] = { ...wire, to: "48221234567", body: "" };
    batch[3] = "hello";
    batch[4] = null;
    const { accepted, rejected, data } = await sendBatch({
      actor: caller,
      input: { messages: batch },
    });
    expect({ accepted, rejected }).toEqual({ accepted: 3, rejected: 3 });
    expect(data[1]).toEqual({
      index: 1,
      code: "invalid_request",
      detail: expect.stringContaining("landline"),
      errors: { to: [expect.stringContaining("landline")], body: [expect.any(String)] },
    });
    expect(data[3]).toMatchObject({ index: 3, code: "invalid_request" });
    expect(data[4]).toMatchObject({ index: 4, code: "invalid_request" });
    expect(await storedBy(caller)).toBe(3);
  });

  test.each([
    ["none", {}],
    ["no list", { messages: wire }],
    ["an empty list", { messages: [] }],
    ["10,001", { messages: messagesOf(10_001) }],
  ])("with %s for messages is refused whole", async (_what, batch) => {
    const caller = await newCaller();
    await expect(sendBatch({ actor: caller, input: batch })).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { messages: ["messages must be a list of 1 to 10000 messages."] } },
    });
    expect(await storedBy(caller)).toBe(0);
  });

  test("waits behind single messages of its account", async () => {
    const caller = await newCaller();
    await sendBatch({ actor: caller, input: { messages: messagesOf(3, () => later) } });
    await sendMessage({ actor: caller, input: { ...wire, ...later, client_ref: "login code" } });
    const queue = await db()
      .select({ reference: messages.clientRef })
      .from(messages)
      .where(eq(messages.accountId, caller.accountId))
      .orderBy(asc(messages.priority), asc(messages.dueAt), asc(messages.id));
    expect(queue[0]?.reference).toBe("login code");
    expect(queue).toHaveLength(4);
  });

  test("is delivered", async () => {
    const caller = await newCaller(700);
    const { accountId } = caller;
    const answer = await sendBatch({ actor: caller, input: { messages: messagesOf(700) } });
    expect(answer.accepted).toBe(700);
    await expect
      .poll(
        async () =>
          (
            await listMessages({
              actor: operatorOf(accountId),
              input: { limit: 1000, status: ["delivered"] },
            })
          ).data.length,
        { timeout: 15_000 },
      )
      .toBe(700);
  });
});

describe("credits of a batch", () => {
  test("run out in order, and a cheaper message behind still fits", async () => {
    const caller = await newCaller(5);
    const costs = [2, 2, 2, 1, 1];
    const batch = costs.map((cost) => ({ ...wire, ...later, body: "a".repeat(cost * 153) }));
    const { data } = await sendBatch({ actor: caller, input: { messages: batch } });
    expect(data.map((item) => ("code" in item ? item.code : item.credits))).toEqual([
      2,
      2,
      "insufficient_credits",
      1,
      "insufficient_credits",
    ]);
    expect(data[2]).toMatchObject({ required: 2, available: 1, errors: {} });
    expect(data[4]).toMatchObject({ required: 1, available: 0 });
    expect(await getBalance({ actor: operatorOf(caller.accountId) })).toBe(0);
  });

  test("run out in order in a long batch too", async () => {
    const caller = await newCaller(1300);
    const words = await wordsOf(
      messagesOf(2000, () => later),
      caller,
    );
    expect(words.indexOf("insufficient_credits")).toBe(1300);
    expect(words.lastIndexOf("scheduled")).toBe(1299);
    expect(await getBalance({ actor: operatorOf(caller.accountId) })).toBe(0);
  });

  test("are enough or not for a dry run as for the batch, and it stores nothing", async () => {
    const caller = await newCaller(2);
    const words = await wordsOf(
      messagesOf(3, () => ({ dry_run: true })),
      caller,
    );
    expect(words).toEqual(["dry_run", "dry_run", "insufficient_credits"]);
    expect(await storedBy(caller)).toBe(0);
    expect(await getBalance({ actor: operatorOf(caller.accountId) })).toBe(2);
  });
});

describe("idempotency keys of a batch", () => {
  test("hold for each message: one used before, one twice in the batch, one for another text", async () => {
    const caller = await newCaller();
    const [used, twice] = [randomUUID(), randomUUID()];
    const { accepted } = await sendMessage({
      actor: caller,
      input: { ...wire, ...later, idempotency_key: used },
    });
    const { data } = await sendBatch({
      actor: caller,
      input: {
        messages: [
          { ...wire, ...later, idempotency_key: used },
          { ...wire, ...later, idempotency_key: twice },
          { ...wire, ...later, idempotency_key: twice },
          { ...wire, ...later, idempotency_key: used, body: "Other" },
        ],
      },
    });
    expect(data).toMatchObject([
      { message_id: accepted.message_id, replayed: true },
      { status: "scheduled" },
      { replayed: true },
      { index: 3, code: "idempotency_mismatch", errors: {} },
    ]);
    expect(data[1]).not.toHaveProperty("replayed");
    expect(data[2]).toMatchObject({ message_id: Reflect.get(data[1] ?? {}, "message_id") });
    expect(await storedBy(caller)).toBe(2);
  });

  test("sent by two batches at once make each message once", async () => {
    const caller = await newCaller(3000);
    const batch = messagesOf(1500, () => ({ ...later, idempotency_key: randomUUID() }));
    const answers = await Promise.all([
      sendBatch({ actor: caller, input: { messages: batch } }),
      sendBatch({ actor: caller, input: { messages: batch } }),
    ]);
    const fresh = answers.flatMap(({ data }) => data.filter((item) => !("replayed" in item)));
    expect(fresh).toHaveLength(1500);
    expect(await storedBy(caller)).toBe(1500);
    expect(await getBalance({ actor: operatorOf(caller.accountId) })).toBe(1500);
  });
});

describe("a batch of a test token", () => {
  test("costs nothing and rehearses the refusals message by message", async () => {
    const caller = await newCaller(0, true);
    const numbers = ["48732129000", "48500000402", "48500000422", "48500000429"];
    const batch = numbers.map((to) => ({ ...wire, to }));
    expect(await wordsOf(batch, caller)).toEqual([
      "queued",
      "insufficient_credits",
      "invalid_request",
      "rate_limited",
    ]);
  });

  test.each([
    ["48500000002", "failed", "carrier_rejected"],
    ["48500000003", "expired", "not_delivered_in_time"],
    ["48500000004", "bounced", "unknown_subscriber"],
    ["48500000006", "delivered", null],
    ["48500000008", "delivered", null],
    ["48500000009", "delivered", null],
  ] as const)("to %s ends as %s", async (to, status, reason) => {
    const caller = await newCaller(0, true);
    const { data } = await sendBatch({ actor: caller, input: { messages: [{ ...wire, to }] } });
    const messageId = String(Reflect.get(data[0] ?? {}, "message_id"));
    await eventually({ accountId: caller.accountId, messageId }, { status, reason, test: true });
  });
});
