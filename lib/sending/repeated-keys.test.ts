import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { idempotencyKeys, messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import type { AppError } from "../core/errors";
import { getBalance } from "../credits/get-balance";
import { sweepKeys } from "../messages/sweep-keys";
import { mintAccount } from "../testing/mint-account";
import { untilWaitedFor } from "../testing/until-waited-for";
import { prepareSend } from "./_prepare-send";
import { storeMessages } from "./_store-messages";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
const dayMs = 86_400_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

async function newCaller(test = false): Promise<Actor> {
  const { accountId } = await mintAccount();
  return operatorOf(accountId, test ? "test" : "live");
}

afterEach(() => {
  vi.useRealTimers();
});

/** The clock of this process, a day later. */
function passADay(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + dayMs });
}

const codeOf = (sending: Promise<unknown>) =>
  sending.then(
    () => "accepted",
    (error: AppError) => error.code,
  );

describe("a scheduled send that is repeated after its time", () => {
  test("gets its first answer, is sent once and charged once", async () => {
    const caller = await newCaller();
    const request = { ...wire, scheduled_at: inMs(3_600_000), idempotency_key: randomUUID() };
    const first = await sendMessage({ actor: caller, input: request });
    passADay();
    expect(await sendMessage({ actor: caller, input: request })).toEqual({
      ...first,
      isReplay: true,
    });
    const { data } = await sendBatch({ actor: caller, input: { messages: [request, wire] } });
    expect(data).toMatchObject([
      { message_id: first.accepted.message_id, replayed: true },
      { status: "queued" },
    ]);
    expect(await getBalance({ actor: operatorOf(caller.accountId) })).toBe(98);
  });

  test("is refused when nothing is known of its key, and the key stays free", async () => {
    const caller = await newCaller();
    const idempotency_key = randomUUID();
    const late = { ...wire, scheduled_at: inMs(-dayMs), idempotency_key };
    const refusal = await sendMessage({ actor: caller, input: late }).catch(
      (error: AppError) => error,
    );
    expect(refusal).toMatchObject({
      code: "invalid_request",
      details: { fields: { scheduled_at: [expect.stringContaining("This time has passed.")] } },
    });
    const { data } = await sendBatch({ actor: caller, input: { messages: [late] } });
    expect(data).toMatchObject([
      { code: "invalid_request", errors: { scheduled_at: [expect.anything()] } },
    ]);
    expect(await codeOf(sendMessage({ actor: caller, input: { ...wire, idempotency_key } }))).toBe(
      "accepted",
    );
  });

  test("with other words or another time is another request", async () => {
    const caller = await newCaller();
    const request = { ...wire, scheduled_at: inMs(3_600_000), idempotency_key: randomUUID() };
    await sendMessage({ actor: caller, input: request });
    passADay();
    for (const change of [{ body: "Bye" }, { scheduled_at: inMs(-3_600_000) }]) {
      expect(await codeOf(sendMessage({ actor: caller, input: { ...request, ...change } }))).toBe(
        "idempotency_mismatch",
      );
    }
  });
});

test("one key three times at once in two processes is one message, also for a test token", async () => {
  const caller = await newCaller(true);
  const request = { ...wire, idempotency_key: randomUUID() };
  let answers: ReturnType<typeof sendBatch> | undefined;
  await db().transaction(async (tx) => {
    // What another process has in hand and not committed yet.
    await storeMessages(caller.accountId, [prepareSend(request, caller, { priority: 0 })], tx);
    answers = sendBatch({ actor: caller, input: { messages: [request, request] } });
    await untilWaitedFor(tx);
  });
  const { data } = (await answers) ?? { data: [] };
  const stored = await db().select().from(messages).where(eq(messages.accountId, caller.accountId));
  expect(stored).toHaveLength(1);
  expect(data).toMatchObject([{ replayed: true }, { replayed: true }]);
});

describe("a used key", () => {
  /** Makes the key as old as that. */
  function age({ accountId }: Actor, key: string, interval: string) {
    return db()
      .update(idempotencyKeys)
      .set({ createdAt: sql`created_at - ${interval}::interval` })
      .where(and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key)));
  }

  const keysOf = async ({ accountId }: Actor) => {
    const rows = await db()
      .select({ key: idempotencyKeys.key })
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.accountId, accountId));
    return rows.map(({ key }) => key);
  };

  test("stands for its message for 30 days, and then for the next that is sent with it, also when no worker swept it", async () => {
    const caller = await newCaller();
    const request = { ...wire, idempotency_key: randomUUID() };
    const other = { ...request, body: "Bye" };
    const first = await sendMessage({ actor: caller, input: request });
    await age(caller, request.idempotency_key, "29 days 23:59");
    expect(await sendMessage({ actor: caller, input: request })).toEqual({
      ...first,
      isReplay: true,
    });
    await age(caller, request.idempotency_key, "1 minute");
    const { data } = await sendBatch({ actor: caller, input: { messages: [other, wire] } });
    expect(data).toMatchObject([{ status: "queued" }, { status: "queued" }]);
    expect(data[0]).not.toHaveProperty("replayed");
    expect(await sendMessage({ actor: caller, input: other })).toMatchObject({ isReplay: true });
    expect(await codeOf(sendMessage({ actor: caller, input: request }))).toBe(
      "idempotency_mismatch",
    );
    expect(await getBalance({ actor: operatorOf(caller.accountId) })).toBe(97);
  });

  test("is free again after 30 days where requests are looked at one by one, too", async () => {
    const caller = await newCaller();
    const request = { ...wire, idempotency_key: randomUUID() };
    await sendMessage({ actor: caller, input: request });
    await age(caller, request.idempotency_key, "30 days");
    const { data } = await sendBatch({ actor: caller, input: { messages: [request, request] } });
    expect(data).toMatchObject([{ status: "queued" }, { replayed: true }]);
  });

  test("is swept after 30 days, and others are not", async () => {
    const caller = await newCaller();
    const [old, young] = [randomUUID(), randomUUID()];
    const requests = [old, young].map((key) => ({ ...wire, idempotency_key: key }));
    await sendBatch({ actor: caller, input: { messages: requests } });
    await age(caller, old, "30 days");
    while ((await sweepKeys()) > 0);
    expect(await keysOf(caller)).toEqual([young]);
  });
});
