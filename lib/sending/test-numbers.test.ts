import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import { eventually } from "../testing/eventually";
import { mintAccount } from "../testing/mint-account";
import { startOwnApi } from "../testing/start-own-api";
import { sendMessage } from "./send-message";

let server: Awaited<ReturnType<typeof startOwnApi>>;
beforeAll(async () => {
  server = await startOwnApi();
});
afterAll(() => server.stop());

async function send(to: string, validity?: number) {
  const { accountId } = await mintAccount({ credits: 5 });
  const caller = operatorOf(accountId, "test");
  const { accepted } = await sendMessage({
    actor: caller,
    input: { from: "Test", to, body: "Hello", validity },
  });
  return { accountId, messageId: accepted.message_id ?? "" };
}

/** The history without the intermediate lines whose order a carrier does not promise. */
const typesOf = (events: { type: string }[]) => events.map(({ type }) => type);

describe("the simulator's numbers (API.md, test mode)", () => {
  test.each([
    ["48500000002", "failed", "carrier_rejected"],
    ["48500000003", "expired", "not_delivered_in_time"],
    ["48500000004", "bounced", "unknown_subscriber"],
  ] as const)("%s ends as %s, reason %s", async (to, status, reason) => {
    const { events } = await eventually(await send(to), { status, reason });
    expect(typesOf(events)).toEqual(["accepted", "sent", `sms.${status}`]);
  });

  test("48500000005 is still on its way after a second and delivered after 30", async () => {
    const message = await send("48500000005");
    const sent = await eventually(message, { status: "sent" });
    const done = await eventually(message, { status: "delivered" }, 40_000);
    const tookMs = Date.parse(done.ended_at ?? "") - Date.parse(sent.sent_at ?? "");
    expect(tookMs).toBeGreaterThanOrEqual(29_000);
  }, 50_000);

  test("48500000006 is refused twice, says so, and is then delivered", async () => {
    const { events } = await eventually(await send("48500000006"), { status: "delivered" });
    const deferred = events.filter(({ type }) => type === "deferred");
    expect(deferred.map(({ reason }) => reason)).toEqual(["carrier_busy", "carrier_busy"]);
  });

  test.each([
    ["48500000002", "failed", "carrier_rejected"],
    ["48500000003", "expired", "not_delivered_in_time"],
    ["48500000004", "bounced", "unknown_subscriber"],
    ["48500000006", "delivered", null],
    ["48500000008", "delivered", null],
    ["48500000009", "delivered", null],
  ] as const)("%s sent from the compose form ends as %s", async (to, status, reason) => {
    const { accountId } = await mintAccount({ credits: 5 });
    const caller = operatorOf(accountId);
    const { accepted } = await sendMessage({
      actor: caller,
      input: { from: "Test", to, body: "Hello" },
    });
    const message = { accountId, messageId: accepted.message_id ?? "" };
    await eventually(message, { status, reason, source: "panel", test: false });
  });

  test("48500000007 gets no receipt and expires with its validity, paid", async () => {
    const message = await send("48500000007", 60);
    await eventually(message, { status: "sent" });
    // Time is the database's: instead of waiting for it, the validity is moved behind it.
    await db()
      .update(messages)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(
        and(
          eq(messages.accountId, message.accountId),
          eq(messages.id, parsePublicId("msg", message.messageId) ?? ""),
        ),
      );
    await eventually(message, { status: "expired", reason: "no_receipt" });
    expect(await getBalance(message.accountId)).toBe(5);
  });

  test("48500000008 reports before it has answered the submit, and nothing is lost", async () => {
    const { events } = await eventually(await send("48500000008"), { status: "delivered" });
    expect(typesOf(events)).toEqual(["accepted", "sent", "sms.delivered"]);
  });

  test("48500000009 reports each state three times in any order, one of them ends the message", async () => {
    const message = await send("48500000009");
    await eventually(message, { status: "delivered" });
    await expect
      .poll(async () => (await eventually(message, {})).events.length, { timeout: 10_000 })
      .toBe(8);
    const { events } = await eventually(message, { status: "delivered" });
    expect(events.filter(({ type }) => type === "sms.delivered")).toHaveLength(1);
    expect(events.filter(({ type }) => type === "receipt")).toHaveLength(5);
  });
});
