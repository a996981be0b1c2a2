import { randomUUID } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import type { AppError } from "../core/errors";
import { getBalance } from "../credits/get-balance";
import { getMessage } from "../messages/get-message";
import { mintAccount } from "../testing/mint-account";
import { startOwnApi } from "../testing/start-own-api";
import { sendMessage } from "./send-message";

let server: Awaited<ReturnType<typeof startOwnApi>>;
beforeAll(async () => {
  server = await startOwnApi();
});
afterAll(() => server.stop());

const wire = { from: "YourBrand", to: "48732129000", body: "Your login code: 482910" };

async function newCaller(credits = 100, test = false): Promise<Actor> {
  const { accountId } = await mintAccount({ credits });
  return operatorOf(accountId, test ? "test" : "live");
}

async function storedBy({ accountId }: Actor): Promise<number> {
  const rows = await db()
    .select({ stored: count() })
    .from(messages)
    .where(eq(messages.accountId, accountId));
  return rows[0]?.stored ?? 0;
}

/** Which code a send was refused with, or "accepted". */
function outcomeOf(sending: Promise<unknown>): Promise<string> {
  return sending.then(
    () => "accepted",
    (error: AppError) => error.code,
  );
}

describe("a send", () => {
  test("is accepted, charged by its segments, handed over and delivered", async () => {
    const caller = await newCaller();
    const { accepted } = await sendMessage({
      actor: caller,
      input: { ...wire, body: "a".repeat(161) },
    });
    expect(accepted).toMatchObject({ status: "queued", segments: 2, credits: 2, test: false });
    expect(await getBalance(caller.accountId)).toBe(98);
    await expect
      .poll(
        () =>
          getMessage({
            actor: operatorOf(caller.accountId),
            input: { messageId: accepted.message_id ?? "" },
          }),
        {
          timeout: 10_000,
        },
      )
      .toMatchObject({ status: "delivered", carrier: "simulator" });
    const { events } = await getMessage({
      actor: operatorOf(caller.accountId),
      input: { messageId: accepted.message_id ?? "" },
    });
    expect(events.map(({ type }) => type)).toEqual(["accepted", "sent", "sms.delivered"]);
  });

  test("of a test token costs nothing and is marked", async () => {
    const caller = await newCaller(0, true);
    const { accepted } = await sendMessage({ actor: caller, input: wire });
    expect(accepted).toMatchObject({ test: true, segments: 1, credits: 0 });
    await expect
      .poll(
        () =>
          getMessage({
            actor: operatorOf(caller.accountId),
            input: { messageId: accepted.message_id ?? "" },
          }),
        {
          timeout: 10_000,
        },
      )
      .toMatchObject({ status: "delivered" });
  });

  test("stores the text in NFC and counts that", async () => {
    const caller = await newCaller();
    const { accepted } = await sendMessage({
      actor: caller,
      input: { ...wire, body: "e\u0301".repeat(160) },
    });
    expect(accepted).toMatchObject({ encoding: "GSM-7", segments: 1 });
    const { body } = await getMessage({
      actor: operatorOf(caller.accountId),
      input: { messageId: accepted.message_id ?? "" },
    });
    expect(body).toBe("é".repeat(160));
  });

  test("ignores fields it does not know and never trusts them", async () => {
    const caller = await newCaller();
    const other = await newCaller();
    const forged = {
      ...wire,
      account_id: other.accountId,
      status: "delivered",
      credits: 0,
      test: true,
    };
    const { accepted } = await sendMessage({ actor: caller, input: forged });
    expect(accepted).toMatchObject({ status: "queued", credits: 1, test: false });
    expect(await storedBy(other)).toBe(0);
  });

  test("with dry_run prices and stores nothing", async () => {
    const caller = await newCaller(1);
    const { accepted } = await sendMessage({ actor: caller, input: { ...wire, dry_run: true } });
    expect(accepted).toMatchObject({ message_id: null, status: "dry_run", credits: 1 });
    const tooLong = { ...wire, body: "a".repeat(161), dry_run: true };
    expect(await outcomeOf(sendMessage({ actor: caller, input: tooLong }))).toBe(
      "insufficient_credits",
    );
    expect(await storedBy(caller)).toBe(0);
    expect(await getBalance(caller.accountId)).toBe(1);
  });

  test("to a fixed line is refused together with every other wrong field", async () => {
    const caller = await newCaller();
    const wrong = { from: "This is far too long", to: "48221234567", body: "" };
    const refusal = await sendMessage({ actor: caller, input: wrong }).catch(
      (error: AppError) => error,
    );
    expect(refusal).toMatchObject({ code: "invalid_request" });
    expect(Object.keys((refusal as AppError).details.fields ?? {}).sort()).toEqual([
      "body",
      "from",
      "to",
    ]);
  });

  test.each([
    ["48500000402", "insufficient_credits"],
    ["48500000422", "invalid_request"],
    ["48500000429", "rate_limited"],
  ])("of a test token to %s rehearses %s; a live one just sends", async (to, code) => {
    expect(
      await outcomeOf(sendMessage({ actor: await newCaller(5, true), input: { ...wire, to } })),
    ).toBe(code);
    expect(
      await outcomeOf(sendMessage({ actor: await newCaller(5), input: { ...wire, to } })),
    ).toBe("accepted");
  });
});

describe("credits", () => {
  test("200 sends at once with 100 credits are 100 accepted and 100 refused", async () => {
    const caller = await newCaller(100);
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () => outcomeOf(sendMessage({ actor: caller, input: wire }))),
    );
    expect(outcomes.filter((code) => code === "accepted")).toHaveLength(100);
    expect(outcomes.filter((code) => code === "insufficient_credits")).toHaveLength(100);
    expect(await getBalance(caller.accountId)).toBe(0);
    expect(await storedBy(caller)).toBe(100);
  });

  test("a refusal says what is needed and what there is, and stores nothing", async () => {
    const caller = await newCaller(1);
    const refusal = await sendMessage({
      actor: caller,
      input: { ...wire, body: "ą".repeat(71) },
    }).catch((e) => e);
    expect(refusal).toMatchObject({
      code: "insufficient_credits",
      details: { required: 2, available: 1 },
    });
    expect(await storedBy(caller)).toBe(0);
  });
});

describe("an idempotency key", () => {
  test("sent 50 times at once makes one message, one debit and 50 equal answers", async () => {
    const caller = await newCaller(100);
    const keyed = { ...wire, idempotency_key: randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => sendMessage({ actor: caller, input: keyed })),
    );
    expect(new Set(answers.map(({ accepted }) => JSON.stringify(accepted))).size).toBe(1);
    expect(answers.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
    expect(await storedBy(caller)).toBe(1);
    expect(await getBalance(caller.accountId)).toBe(99);
  });

  test("replays byte for byte, also when the message has moved on and no credits are left", async () => {
    const caller = await newCaller(1);
    const keyed = { ...wire, idempotency_key: randomUUID(), client_ref: "order-7" };
    const first = await sendMessage({ actor: caller, input: keyed });
    await expect
      .poll(
        () =>
          getMessage({
            actor: operatorOf(caller.accountId),
            input: { messageId: first.accepted.message_id ?? "" },
          }),
        {
          timeout: 15_000,
        },
      )
      .toMatchObject({ status: "delivered" });
    const again = await sendMessage({
      actor: caller,
      input: { ...keyed, idempotency_key: keyed.idempotency_key.toUpperCase() },
    });
    expect(again.isReplay).toBe(true);
    expect(JSON.stringify(again.accepted)).toBe(JSON.stringify(first.accepted));
  });

  test.each([
    ["body", { body: "another text" }],
    ["to", { to: "48732129001" }],
    ["from", { from: "Other" }],
    ["scheduled_at", { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() }],
  ])("with another %s is refused, never answered with the old message", async (_field, change) => {
    const caller = await newCaller();
    const keyed = { ...wire, idempotency_key: randomUUID() };
    await sendMessage({ actor: caller, input: keyed });
    expect(await outcomeOf(sendMessage({ actor: caller, input: { ...keyed, ...change } }))).toBe(
      "idempotency_mismatch",
    );
  });

  test("refused for lack of credits can be used again after a top-up", async () => {
    const caller = await newCaller(1);
    const keyed = { ...wire, body: "a".repeat(161), idempotency_key: randomUUID() };
    expect(await outcomeOf(sendMessage({ actor: caller, input: keyed }))).toBe(
      "insufficient_credits",
    );
    expect(
      await outcomeOf(sendMessage({ actor: caller, input: { ...keyed, body: "short" } })),
    ).toBe("accepted");
  });

  test("of another account is unrelated", async () => {
    const [one, two] = [await newCaller(), await newCaller()];
    const keyed = { ...wire, idempotency_key: randomUUID() };
    const first = await sendMessage({ actor: one, input: keyed });
    const second = await sendMessage({ actor: two, input: keyed });
    expect(second.isReplay).toBe(false);
    expect(second.accepted.message_id).not.toBe(first.accepted.message_id);
  });
});
