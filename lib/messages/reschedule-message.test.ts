import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import type { AppError } from "../core/errors";
import { getBalance } from "../credits/get-balance";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { eventually } from "../testing/eventually";
import { mintAccount } from "../testing/mint-account";
import { startOwnApi } from "../testing/start-own-api";
import { getOverview } from "../traffic/get-overview";
import { cancelMessage } from "./cancel-message";
import { getMessage } from "./get-message";
import { rescheduleMessage } from "./reschedule-message";

let server: Awaited<ReturnType<typeof startOwnApi>>;
beforeAll(async () => {
  server = await startOwnApi();
});
afterAll(() => server.stop());

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
const hourMs = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const callerOf = (accountId: string) => operatorOf(accountId);

async function schedule(change: Record<string, unknown> = {}, credits = 10) {
  const { accountId } = await mintAccount({ credits });
  const { accepted } = await sendMessage({
    actor: callerOf(accountId),
    input: { ...wire, scheduled_at: inMs(hourMs), ...change },
  });
  return { accountId, messageId: accepted.message_id ?? "" };
}

const reschedule = (message: { accountId: string; messageId: string }, wanted: object) =>
  rescheduleMessage({
    actor: operatorOf(message.accountId),
    input: { messageId: message.messageId, wanted },
  });

const codeOf = (moving: Promise<unknown>) =>
  moving.then(
    () => "moved",
    (error: AppError) => error.code,
  );

describe("a scheduled message that is moved", () => {
  test("has the new time, the same price and the same length of validity", async () => {
    const message = await schedule({ validity: 600, body: "a".repeat(161) });
    const at = inMs(2 * hourMs);
    expect(await reschedule(message, { scheduled_at: at })).toMatchObject({
      status: "scheduled",
      scheduled_at: at,
      valid_until: new Date(Date.parse(at) + 600_000).toISOString(),
      credits: 2,
    });
    expect(await getBalance(message.accountId)).toBe(8);
    const { events } = await getMessage({
      actor: operatorOf(message.accountId),
      input: { messageId: message.messageId },
    });
    expect(events.map(({ type }) => type)).toEqual(["scheduled", "rescheduled"]);
  });

  test("waits for its time only, no longer for a carrier", async () => {
    const message = await schedule();
    await db()
      .update(messages)
      .set({ waitReason: "carrier_down" })
      .where(eq(messages.accountId, message.accountId));
    expect(await reschedule(message, { scheduled_at: inMs(2 * hourMs) })).toMatchObject({
      wait_reason: null,
    });
  });

  test("leaves at its new time", async () => {
    const message = await schedule();
    const at = inMs(1000);
    await reschedule(message, { scheduled_at: at });
    const { sent_at } = await eventually(message, { status: "delivered" });
    expect(Date.parse(sent_at ?? "")).toBeGreaterThanOrEqual(Date.parse(at));
  });

  test("to the recent past leaves now", async () => {
    const message = await schedule({ validity: 60 });
    expect(await reschedule(message, { scheduled_at: inMs(-60_000) })).toMatchObject({
      status: "queued",
    });
    await eventually(message, { status: "delivered" });
  });

  test("took as long as from its new time, also when that was now", async () => {
    const message = await schedule();
    const { accountId } = message;
    await db()
      .update(messages)
      .set({ createdAt: new Date(Date.now() - 48 * hourMs) })
      .where(eq(messages.accountId, accountId));
    await reschedule(message, { scheduled_at: inMs(-1000) });
    await eventually(message, { status: "delivered" });
    const { week } = await getOverview({
      actor: operatorOf(accountId),
      input: { test: false, range: "7d" },
    });
    expect(week.p95Ms).toBeLessThan(60_000);
  });

  test("still answers its idempotency key byte for byte as at first, however often it moved", async () => {
    const { accountId } = await mintAccount({ credits: 10 });
    const keyed = { ...wire, scheduled_at: inMs(hourMs), idempotency_key: randomUUID() };
    const first = await sendMessage({ actor: callerOf(accountId), input: keyed });
    const message = { accountId, messageId: first.accepted.message_id ?? "" };
    for (const ms of [2 * hourMs, 3 * hourMs, -1000]) {
      await reschedule(message, { scheduled_at: inMs(ms) });
      const again = await sendMessage({ actor: callerOf(accountId), input: keyed });
      expect(again.isReplay).toBe(true);
      expect(JSON.stringify(again.accepted)).toBe(JSON.stringify(first.accepted));
    }
  });
});

describe("moving is refused", () => {
  test.each([
    ["nothing", {}],
    ["null", { scheduled_at: null }],
    ["a time without a zone", { scheduled_at: "2030-01-01T10:00:00" }],
    ["the past", { scheduled_at: inMs(-hourMs) }],
    ["36 days ahead", { scheduled_at: inMs(36 * 24 * hourMs) }],
  ])("to %s", async (_what, change) => {
    const message = await schedule();
    await expect(reschedule(message, change)).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { scheduled_at: [expect.any(String)] } },
    });
  });

  test("once it has left, was cancelled or was never scheduled", async () => {
    const left = await schedule({ scheduled_at: inMs(500) });
    await eventually(left, { status: "delivered" });
    const cancelled = await schedule();
    await cancelMessage({
      actor: operatorOf(cancelled.accountId),
      input: { messageId: cancelled.messageId },
    });
    for (const message of [left, cancelled, await schedule({ scheduled_at: null })]) {
      expect(await codeOf(reschedule(message, { scheduled_at: inMs(hourMs) }))).toBe("conflict");
    }
  });

  test("for another account as for a message that never was", async () => {
    const { messageId } = await schedule();
    const { accountId } = await mintAccount();
    for (const id of [messageId, "msg_00000000000000000000000000", "nonsense"]) {
      const moving = reschedule({ accountId, messageId: id }, { scheduled_at: inMs(1000) });
      expect(await codeOf(moving)).toBe("not_found");
    }
  });
});

describe("at the last moment", () => {
  test("a message is either moved and stays, or leaves once and is not moved", async () => {
    const { accountId } = await mintAccount({ credits: 30 });
    const due = inMs(1500);
    const batch = Array.from({ length: 30 }, () => ({ ...wire, scheduled_at: due }));
    const { data } = await sendBatch({ actor: callerOf(accountId), input: { messages: batch } });
    const races = data.map((item) => ({
      accountId,
      messageId: String(Reflect.get(item, "message_id")),
    }));
    // Spread over the second around the due time, so that the worker wins some and loses some.
    const outcomes = await Promise.all(
      races.map(async (message, place) => {
        const at = Date.parse(due) - 100 + place * 25;
        await expect.poll(() => Date.now() >= at, { interval: 5, timeout: 5000 }).toBe(true);
        return codeOf(reschedule(message, { scheduled_at: inMs(hourMs) }));
      }),
    );
    for (const [place, outcome] of outcomes.entries()) {
      const message = races[place] ?? { accountId: "", messageId: "" };
      if (outcome === "moved") {
        const { status, events } = await getMessage({
          actor: operatorOf(message.accountId),
          input: { messageId: message.messageId },
        });
        expect([status, events.map(({ type }) => type)]).toEqual([
          "scheduled",
          ["scheduled", "rescheduled"],
        ]);
      } else {
        expect(outcome).toBe("conflict");
        const { events } = await eventually(message, { status: "delivered" });
        expect(events.map(({ type }) => type)).toEqual(["scheduled", "sent", "sms.delivered"]);
      }
    }
  });

  test("cancelled and moved at once, it ends cancelled and is paid back once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const message = await schedule();
      const { accountId, messageId } = message;
      const [, moved] = await Promise.all([
        cancelMessage({ actor: operatorOf(accountId), input: { messageId } }),
        codeOf(reschedule(message, { scheduled_at: inMs(2 * hourMs) })),
      ]);
      expect(["moved", "conflict"]).toContain(moved);
      expect(
        await getMessage({ actor: operatorOf(accountId), input: { messageId } }),
      ).toMatchObject({ status: "cancelled" });
      expect(await getBalance(accountId)).toBe(10);
    }
  });
});
