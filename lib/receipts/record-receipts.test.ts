import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Receipt, ReceiptStatus } from "../carriers/carrier";
import { operatorOf } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { newId, parsePublicId } from "../core/ids";
import { getMessage } from "../messages/get-message";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { startOwnApi } from "../testing/start-own-api";
import { matchUnmatchedReceipts } from "./match-unmatched-receipts";
import { recordReceipts } from "./record-receipts";

let server: Awaited<ReturnType<typeof startOwnApi>>;
beforeAll(async () => {
  server = await startOwnApi();
});
afterAll(() => server.stop());

/** A message that is `sent` and that the simulator will never report about. */
async function sentMessage(accountId: string) {
  const caller = operatorOf(accountId);
  const wire = { from: "Test", to: "48500000007", body: "Hello" };
  const { accepted } = await sendMessage({ actor: caller, input: wire });
  const messageId = accepted.message_id ?? "";
  await expect
    .poll(() => getMessage({ actor: operatorOf(accountId), input: { messageId } }), {
      timeout: 10_000,
    })
    .toMatchObject({ status: "sent" });
  const id = parsePublicId("msg", messageId) ?? "";
  const [known] = await db()
    .select({ ref: carrierMessages.ref })
    .from(carrierMessages)
    .where(eq(carrierMessages.messageId, id));
  return { accountId, messageId, id, ref: known?.ref ?? "" };
}

function receipt(ref: string, status: ReceiptStatus): Receipt {
  return { ref, status, at: new Date(), reason: null, carrierCode: null, operator: null, raw: {} };
}

async function terminalEvents(accountId: string): Promise<string[]> {
  const rows = await db()
    .select({ messageId: messageEvents.messageId })
    .from(messageEvents)
    .where(and(eq(messageEvents.accountId, accountId), eq(messageEvents.terminal, true)));
  return rows.map(({ messageId }) => messageId);
}

describe("receipts", () => {
  test("of one request and account are one commit, however many requests come at once", async () => {
    const { accountId } = await mintAccount();
    const sent = await Promise.all(Array.from({ length: 9 }, () => sentMessage(accountId)));
    const requests = [sent.slice(0, 4), sent.slice(4)];
    await Promise.all(
      requests.map((request) =>
        recordReceipts(
          "simulator",
          request.map(({ ref }) => receipt(ref, "delivered")),
        ),
      ),
    );
    for (const request of requests) {
      const commits = await db()
        .selectDistinct({ commit: sql`xmin::text` })
        .from(messages)
        .where(
          anyOf(
            messages.id,
            request.map(({ id }) => id),
          ),
        );
      expect(commits).toHaveLength(1);
    }
  });

  test("repeated, shuffled, contradictory and at once: the first final one wins, once", async () => {
    const { accountId } = await mintAccount({ credits: 40 });
    const sent = await Promise.all(Array.from({ length: 40 }, () => sentMessage(accountId)));
    const statuses = ["sent", "delivered", "failed", "expired", "bounced"] as const;
    const [storm = []] = fc.sample(
      fc.shuffledSubarray(
        sent.flatMap(({ ref }) => statuses.flatMap((s) => [receipt(ref, s), receipt(ref, s)])),
        { minLength: sent.length * 10 },
      ),
      1,
    );
    const chunks = Array.from({ length: 20 }, (_, place) =>
      storm.filter((_receipt, index) => index % 20 === place),
    );
    await Promise.all(chunks.map((chunk) => recordReceipts("simulator", chunk)));
    const ended = await terminalEvents(accountId);
    expect(ended).toHaveLength(sent.length);
    expect(new Set(ended).size).toBe(sent.length);
    const one = await getMessage({
      actor: operatorOf(accountId),
      input: { messageId: sent[0]?.messageId ?? "" },
    });
    const [final] = one.events.filter(({ type }) => type.startsWith("sms."));
    expect(final?.type).toBe(`sms.${one.status}`);
    expect(one.events.filter(({ source }) => source === "carrier")).toHaveLength(10);
  });

  test("for an unknown id are kept, and matched when the carrier's answer names it", async () => {
    const { accountId } = await mintAccount();
    const { messageId, id } = await sentMessage(accountId);
    const ref = `late-${newId()}`;
    expect(await recordReceipts("simulator", [receipt(ref, "delivered")])).toEqual({
      placed: 0,
      parked: 1,
    });
    await db()
      .insert(carrierMessages)
      .values({ carrier: "simulator", ref, accountId, messageId: id });
    await recordReceipts("simulator", [receipt(ref, "delivered")]);
    expect(await getMessage({ actor: operatorOf(accountId), input: { messageId } })).toMatchObject({
      status: "delivered",
    });
  });

  test("kept for a message whose worker died before it could match them find it later", async () => {
    const { accountId } = await mintAccount();
    const { messageId, id } = await sentMessage(accountId);
    const ref = `orphan-${newId()}`;
    await recordReceipts("simulator", [receipt(ref, "delivered")]);
    await db()
      .insert(carrierMessages)
      .values({ carrier: "simulator", ref, accountId, messageId: id });
    await matchUnmatchedReceipts();
    expect(await getMessage({ actor: operatorOf(accountId), input: { messageId } })).toMatchObject({
      status: "delivered",
    });
  });

  test("that end a message make one delivery for each endpoint that wants the event, in the same commit", async () => {
    const { accountId } = await mintAccount();
    const endpoint = (
      events: string[],
      change: Partial<typeof webhookEndpoints.$inferInsert> = {},
    ) => ({
      accountId,
      id: newId(),
      url: "https://example.com/hook",
      secret: "whsec_x",
      events,
      ...change,
    });
    const wants = endpoint(["sms.delivered", "sms.failed"]);
    await db()
      .insert(webhookEndpoints)
      .values([
        wants,
        endpoint(["sms.failed"]),
        endpoint(["sms.delivered"], { enabled: false }),
        endpoint(["sms.delivered"], { test: true }),
      ]);
    const { ref, id } = await sentMessage(accountId);
    const storm = [receipt(ref, "sent"), receipt(ref, "delivered"), receipt(ref, "delivered")];
    await recordReceipts("simulator", storm);
    const deliveries = await db()
      .select({ endpointId: webhookDeliveries.endpointId, messageId: webhookDeliveries.messageId })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.accountId, accountId));
    expect(deliveries).toEqual([{ endpointId: wants.id, messageId: id }]);
  });

  test("with a wrong message leave it alone", async () => {
    const { accountId } = await mintAccount();
    const { id } = await sentMessage(accountId);
    await recordReceipts("simulator", [receipt("nobody-knows-this", "failed")]);
    const [row] = await db()
      .select({ status: messages.status })
      .from(messages)
      .where(eq(messages.id, id));
    expect(row?.status).toBe("sent");
    await db().delete(parkedReceipts).where(eq(parkedReceipts.ref, "nobody-knows-this"));
  });
});
