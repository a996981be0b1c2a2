import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { count, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import type { AppError } from "../core/errors";
import { mintAccount } from "../testing/mint-account";
import { limitMessages, messagePolicy, messageRate } from "./limit-messages";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

// Read when the first limit is asked for, which is after this: 20 live messages a second, a test message in five.
process.env["RATE_LIMIT_MESSAGES"] = "1200";
process.env["RATE_LIMIT_TEST_MESSAGES"] = "12";

const live = () => operatorOf(randomUUID(), "live");

function refusalOf(asking: Promise<unknown>): Promise<AppError | undefined> {
  return asking.then(
    () => undefined,
    (error: AppError) => error,
  );
}

describe("limiting an account's messages", () => {
  test("says what holds and what is left, live and test messages apart", async () => {
    expect(messagePolicy({ mode: "live" })).toBe('"messages";q=1200;w=60;qu="messages"');
    expect(messagePolicy({ mode: "test" })).toBe('"messages";q=12;w=60;qu="messages"');
    const sender = live();
    await limitMessages(sender, 1000);
    expect(await messageRate(sender)).toEqual({
      policy: "messages",
      remaining: 200,
      resetSeconds: 1,
    });
    expect((await messageRate({ ...sender, mode: "test" }))?.remaining).toBe(12);
  });

  test("too many are refused whole: as many as are left still pass", async () => {
    const sender = live();
    await limitMessages(sender, 1000);
    const refusal = await refusalOf(limitMessages(sender, 290));
    expect(refusal).toMatchObject({
      code: "rate_limited",
      message: "More than 1200 messages in 60 s. Wait 5 s.",
      details: { retryAfterMs: 5000, rate: { policy: "messages", remaining: 200 } },
    });
    await limitMessages(sender, 200);
  });

  test("more than the limit at once pass when nothing was sent before, and are waited for the longer", async () => {
    const sender = live();
    await limitMessages(sender, 10_000);
    const { details } = (await refusalOf(limitMessages(sender, 1))) ?? {};
    expect(details?.rate?.remaining).toBe(0);
    // 10,000 take 500 s to fill again, and 60 s of these are the bucket itself.
    expect(Math.abs((details?.retryAfterMs ?? 0) - 440_000)).toBeLessThan(5000);
    const again = await refusalOf(limitMessages(sender, 10_000));
    expect(Math.abs((again?.details.retryAfterMs ?? 0) - 500_000)).toBeLessThan(5000);
  });

  test("whoever waits exactly as long as told gets through, in 99 of 100 cases and more", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, async () => {
        const sender = live();
        await limitMessages(sender, 1200);
        await wait(randomInt(900));
        const wanted = randomInt(1, 30);
        const refusal = await refusalOf(limitMessages(sender, 20 + wanted));
        await wait(refusal?.details.retryAfterMs ?? 0);
        return (await refusalOf(limitMessages(sender, 20 + wanted))) === undefined;
      }),
    );
    expect(outcomes.filter(Boolean).length / outcomes.length).toBeGreaterThanOrEqual(0.99);
  });
});

describe("what counts as a message", () => {
  const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

  async function newCaller(test = true): Promise<Actor> {
    const { accountId } = await mintAccount({ credits: 1000 });
    return operatorOf(accountId, test ? "test" : "live");
  }

  async function storedBy({ accountId }: Actor): Promise<number> {
    const [row] = await db()
      .select({ stored: count() })
      .from(messages)
      .where(eq(messages.accountId, accountId));
    return row?.stored ?? 0;
  }

  test("is each entry of a batch; a batch that is too long for what is left stores nothing", async () => {
    const caller = await newCaller();
    await sendBatch({ actor: caller, input: { messages: Array(10).fill(wire) } });
    const refusal = await refusalOf(
      sendBatch({ actor: caller, input: { messages: Array(5).fill(wire) } }),
    );
    expect(refusal).toMatchObject({ code: "rate_limited", details: { rate: { remaining: 2 } } });
    expect(await storedBy(caller)).toBe(10);
    expect(
      await sendBatch({ actor: caller, input: { messages: Array(2).fill(wire) } }),
    ).toMatchObject({
      accepted: 2,
    });
  });

  test("is an entry that is refused or only tried out, and a single message", async () => {
    const caller = await newCaller();
    const left = async () => (await messageRate(caller))?.remaining;
    await sendBatch({
      actor: caller,
      input: { messages: [{ ...wire, body: "" }, { ...wire, dry_run: true }, null] },
    });
    expect(await left()).toBe(9);
    await sendMessage({ actor: caller, input: wire });
    expect(await left()).toBe(8);
  });

  test("is nothing of what is no batch", async () => {
    const caller = await newCaller();
    expect(await refusalOf(sendBatch({ actor: caller, input: { messages: [] } }))).toMatchObject({
      code: "invalid_request",
    });
    expect((await messageRate(caller))?.remaining).toBe(12);
  });
});
