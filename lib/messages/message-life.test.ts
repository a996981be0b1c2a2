import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import type { AppError } from "../core/errors";
import { newId, parsePublicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import { listMessages } from "../message-log/list-messages";
import { sendMessage } from "../sending/send-message";
import { eventually } from "../testing/eventually";
import { mintAccount } from "../testing/mint-account";
import { startOwnApi } from "../testing/start-own-api";
import { cancelMessage } from "./cancel-message";
import { getMessage } from "./get-message";

let server: Awaited<ReturnType<typeof startOwnApi>>;
beforeAll(async () => {
  server = await startOwnApi();
});
afterAll(() => server.stop());

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

async function sendAs(accountId: string, change: Record<string, unknown> = {}) {
  const caller = operatorOf(accountId);
  const { accepted } = await sendMessage({ actor: caller, input: { ...wire, ...change } });
  return { accountId, messageId: accepted.message_id ?? "" };
}

async function send(change: Record<string, unknown> = {}) {
  return sendAs((await mintAccount({ credits: 10 })).accountId, change);
}

function change(
  { accountId, messageId }: { accountId: string; messageId: string },
  set: Partial<typeof messages.$inferInsert>,
) {
  const id = parsePublicId("msg", messageId) ?? "";
  return db()
    .update(messages)
    .set(set)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
}

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const codeOf = (sending: Promise<unknown>) => sending.catch((error: AppError) => error.code);

describe("a scheduled message", () => {
  test("waits for its time and leaves within five seconds of it", async () => {
    const at = inMs(2500);
    const message = await send({ scheduled_at: at });
    expect(
      await getMessage({
        actor: operatorOf(message.accountId),
        input: { messageId: message.messageId },
      }),
    ).toMatchObject({
      status: "scheduled",
      scheduled_at: at,
    });
    const done = await eventually(message, { status: "delivered" });
    const lateMs = Date.parse(done.sent_at ?? "") - Date.parse(at);
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThan(5000);
  });

  test("is charged at once and pays back when cancelled, once", async () => {
    const message = await send({ scheduled_at: inMs(3_600_000), body: "a".repeat(161) });
    expect(await getBalance(message.accountId)).toBe(8);
    const { accountId, messageId } = message;
    expect(
      await cancelMessage({ actor: operatorOf(accountId), input: { messageId } }),
    ).toMatchObject({
      status: "cancelled",
    });
    expect(
      await cancelMessage({ actor: operatorOf(accountId), input: { messageId } }),
    ).toMatchObject({
      status: "cancelled",
    });
    expect(await getBalance(accountId)).toBe(10);
  });

  test("cancelled by ten at once pays back once", async () => {
    const { accountId, messageId } = await send({ scheduled_at: inMs(3_600_000) });
    await Promise.all(
      Array.from({ length: 10 }, () =>
        cancelMessage({ actor: operatorOf(accountId), input: { messageId } }),
      ),
    );
    expect(await getBalance(accountId)).toBe(10);
  });

  test("in the recent past means now; an old time is refused", async () => {
    await eventually(await send({ scheduled_at: inMs(-60_000) }), { status: "delivered" });
    expect(await codeOf(send({ scheduled_at: inMs(-3_600_000) }))).toBe("invalid_request");
  });
});

describe("cancelling", () => {
  test("what has been handed over is a conflict and pays nothing back", async () => {
    const message = await send();
    await eventually(message, { status: "delivered" });
    expect(
      await codeOf(
        cancelMessage({
          actor: operatorOf(message.accountId),
          input: { messageId: message.messageId },
        }),
      ),
    ).toBe("conflict");
    expect(await getBalance(message.accountId)).toBe(9);
  });

  test("another account's message is not found, like one that never was", async () => {
    const message = await send({ scheduled_at: inMs(3_600_000) });
    const { accountId } = await mintAccount();
    expect(
      await codeOf(
        cancelMessage({ actor: operatorOf(accountId), input: { messageId: message.messageId } }),
      ),
    ).toBe("not_found");
    expect(
      await codeOf(
        getMessage({ actor: operatorOf(accountId), input: { messageId: message.messageId } }),
      ),
    ).toBe("not_found");
    expect(
      await codeOf(
        getMessage({
          actor: operatorOf(accountId),
          input: { messageId: "msg_00000000000000000000000000" },
        }),
      ),
    ).toBe("not_found");
    expect(
      await codeOf(getMessage({ actor: operatorOf(accountId), input: { messageId: "nonsense" } })),
    ).toBe("not_found");
  });
});

describe("a lost worker", () => {
  test("gives its message up when the lease ends, and it is delivered once", async () => {
    const message = await send({ scheduled_at: inMs(3_600_000) });
    // What a worker leaves behind that died between claim and settlement.
    await change(message, {
      status: "sending",
      attempts: 1,
      leaseId: newId(),
      leaseUntil: new Date(Date.now() - 1000),
    });
    const { events } = await eventually(message, { status: "delivered" }, 20_000);
    expect(events.map(({ type, reason }) => reason ?? type)).toContain("worker_lost");
    expect(events.filter(({ type }) => type === "sms.delivered")).toHaveLength(1);
  });
});

describe("validity", () => {
  test("that ends before the hand-over expires the message and pays back", async () => {
    const message = await send({ scheduled_at: inMs(3_600_000) });
    await change(message, { validUntil: new Date(Date.now() - 1000) });
    await eventually(message, { status: "expired", reason: "not_sent_in_time" });
    expect(await getBalance(message.accountId)).toBe(10);
  });

  test("that ends after the hand-over expires the message, paid", async () => {
    const message = await send({ to: "48500000007" });
    await eventually(message, { status: "sent" });
    await change(message, { validUntil: new Date(Date.now() - 1000) });
    await eventually(message, { status: "expired", reason: "no_receipt" });
    expect(await getBalance(message.accountId)).toBe(9);
  });

  test("that ends while a carrier may have the message and never said so expires it, paid", async () => {
    const message = await send({ scheduled_at: inMs(3_600_000) });
    // What a timeout leaves behind: asked, not answered, waiting to be asked again.
    const offered = {
      status: "queued",
      offeredAt: new Date(),
      waitReason: "carrier_down",
    } as const;
    await change(message, { ...offered, validUntil: new Date(Date.now() - 1000) });
    await eventually(message, { status: "expired", reason: "no_receipt" });
    expect(await getBalance(message.accountId)).toBe(9);
  });
});

describe("the list", () => {
  test("is newest first and pages without gap or overlap", async () => {
    const { accountId } = await mintAccount({ credits: 10 });
    const sent: string[] = [];
    for (let place = 0; place < 7; place += 1) sent.push((await sendAs(accountId)).messageId);
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await listMessages({
        actor: operatorOf(accountId),
        input: { limit: 3, cursor: before },
      });
      seen.push(...page.data.map(({ message_id }) => message_id));
      before = page.nextCursor ?? undefined;
    } while (before);
    expect(seen).toEqual(sent.toReversed());
  });
});
