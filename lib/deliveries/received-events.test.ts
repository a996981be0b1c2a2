import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt, newId, publicId } from "../core/ids";
import { addNumber } from "../inbound/add-number";
import { eraseInboundTexts } from "../inbound/erase-inbound-texts";
import { recordInbound } from "../inbound/record-inbound";
import { mintAccount } from "../testing/mint-account";
import { useDeliverer } from "../testing/use-deliverer";
import { eventSchema } from "../webhooks/contract";
import { createEndpoint } from "../webhooks/create-endpoint";
import { explainSignature } from "../webhooks/explain-signature";
import { revealSecret } from "../webhooks/reveal-secret";
import { claimDeliveries } from "./_claim-deliveries";
import { recordAttempt } from "./_record-attempt";
import { exportDeliveries } from "./export-deliveries";
import { getDelivery } from "./get-delivery";
import { listDeliveries } from "./list-deliveries";
import { replayDeliveries } from "./replay-deliveries";

const stage = useDeliverer();

let nextNumber = 48_500_200_000;

async function accountWithNumber() {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId, "live");
  nextNumber += 1;
  const number = await addNumber({
    actor,
    input: { number: String(nextNumber), carrier: "upstream" },
  });
  const receive = (body: string) =>
    recordInbound("upstream", [
      { ref: newId(), from: "48732129000", to: number, body, at: null, raw: {} },
    ]);
  return { accountId, actor, number, receive };
}

/** The same, with an endpoint that wants its messages. */
async function accountThatReceives() {
  const { actor, ...rest } = await accountWithNumber();
  const receiver = await stage.receive();
  const input = { url: receiver.url, events: ["sms.received"] };
  const { id: endpointId } = await createEndpoint({ actor, input });
  return { actor, endpointId, ...rest };
}

function eraseTexts(accountId: string) {
  const page = { accountId, after: null, before: firstIdAt(Date.now() + 60_000), limit: 500 };
  return db().transaction((tx) => eraseInboundTexts(page, tx));
}

/** What is stored of the only message that an account received, and of its delivery. */
async function storedOf(accountId: string) {
  const [row] = await db()
    .select({
      text: inboundMessages.body,
      body: webhookDeliveries.body,
      ...{ endpointId: webhookDeliveries.endpointId, eventId: webhookDeliveries.eventId },
    })
    .from(inboundMessages)
    .innerJoin(webhookDeliveries, eq(webhookDeliveries.messageId, inboundMessages.id))
    .where(eq(inboundMessages.accountId, accountId));
  return row;
}

describe("sms.received", () => {
  test("is posted to the endpoints that want it, in its documented shape, and its log shows it", async () => {
    const receiver = await stage.receive();
    const { actor, number, receive } = await accountWithNumber();
    const input = { url: receiver.url, events: ["sms.received"] };
    const { id: endpointId } = await createEndpoint({ actor, input });
    await receive("Tak, proszę");
    await expect.poll(() => receiver.requests).toHaveLength(1);
    const [got] = receiver.requests;
    const body = JSON.parse(got?.body ?? "");
    expect(body).toMatchObject({
      event: "sms.received",
      message_id: expect.stringMatching(/^inb_/),
      from: "48732129000",
      to: number,
      body: "Tak, proszę",
      keyword: null,
      in_reply_to: null,
      test: false,
    });
    expect(Object.keys(eventSchema("sms.received").parse(body))).toEqual(Object.keys(body));
    await expect
      .poll(async () => (await listDeliveries({ actor, input: { endpointId, query: {} } })).data)
      .toMatchObject([{ event: "sms.received", message_id: body.message_id, status: "delivered" }]);
    const detail = await getDelivery({ actor, input: { endpointId, eventId: body.id } });
    expect(detail).toMatchObject({ body: got?.body, message_id: body.message_id });
    const csv = await new Response(await exportDeliveries({ actor, input: { endpointId } })).text();
    expect(csv).toContain(`sms.received,${body.message_id},delivered`);
    await replayDeliveries({ actor, input: { endpointId, wanted: { event_id: body.id } } });
    await expect.poll(() => receiver.requests).toHaveLength(2);
    expect(receiver.requests[1]?.body).toBe(got?.body);
  });

  test("whose body a receiver's library sorted is still recognised by its signature", async () => {
    const receiver = await stage.receive();
    const { actor, receive } = await accountWithNumber();
    const input = { url: receiver.url, events: ["sms.received"] };
    const { id: endpointId } = await createEndpoint({ actor, input });
    await receive("Hi");
    await expect.poll(() => receiver.requests).toHaveLength(1);
    const [got] = receiver.requests;
    const sorted = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(got?.body ?? "{}")).sort()),
    );
    const secret = await revealSecret({ actor, input: { endpointId } });
    const headers = got?.headers as Record<string, string>;
    const told = explainSignature({ secrets: [secret], headers, body: sorted, now: new Date() });
    expect(told.reason).toBe("body_changed");
  });

  test("that an endpoint is still to get keeps its text until then, and sends no empty one later", async () => {
    await stage.stopDelivering();
    const { actor, accountId, endpointId, receive } = await accountThatReceives();
    await receive("My secret");
    const stored = await storedOf(accountId);
    expect(await eraseTexts(accountId)).toMatchObject({ isBlocked: true, isDone: false, to: null });
    expect(await storedOf(accountId)).toEqual(stored);
    await db()
      .update(webhookDeliveries)
      .set({ status: "failed", endedAt: sql`now()` })
      .where(eq(webhookDeliveries.accountId, accountId));
    expect(await eraseTexts(accountId)).toMatchObject({ isBlocked: false, isDone: true });
    expect(await storedOf(accountId)).toMatchObject({ text: "", body: null });
    const replay = (wanted: object) =>
      replayDeliveries({ actor, input: { endpointId, wanted: { dry_run: true, ...wanted } } });
    const since = new Date(Date.now() - 60_000).toISOString();
    expect(await replay({ failed_since: since })).toMatchObject({ count: 0 });
    expect(await replay({ missing_since: since })).toMatchObject({ count: 0 });
    const one = replay({ event_id: publicId("evt", stored?.eventId ?? "") });
    await expect(one).rejects.toMatchObject({ code: "not_found" });
  });

  test("in flight when its text is to be erased is left alone, and leaves no text behind after it", async () => {
    await stage.stopDelivering();
    const { accountId, receive } = await accountThatReceives();
    await receive("My secret");
    const { endpointId = "", eventId = "" } = (await storedOf(accountId)) ?? {};
    const claim = {
      ...{ accountId, endpointId, leaseId: newId(), leaseSeconds: 60, limit: 1, isCallback: false },
    };
    const [{ body } = { body: "" }] = await claimDeliveries(claim);
    expect(body).toContain("My secret");
    expect(await eraseTexts(accountId)).toMatchObject({ isBlocked: true, to: null });
    const request = { url: "https://example.com", headers: {}, body };
    const exchange = { at: new Date().toISOString(), duration_ms: 5, request, answer: null };
    const outcome = { ...claim, eventId, waitMs: null, verdict: "delivered" as const };
    await recordAttempt({ ...outcome, exchange: { ...exchange, status: 200, error: null } });
    expect(await storedOf(accountId)).toMatchObject({ text: "My secret", body });
    expect(await eraseTexts(accountId)).toMatchObject({ isDone: true });
    expect(await storedOf(accountId)).toMatchObject({ text: "", body: null });
  });

  test("that came before there was an endpoint can be replayed as missing", async () => {
    const receiver = await stage.receive();
    const { accountId, actor, receive } = await accountWithNumber();
    await receive("early");
    const rows = db()
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.accountId, accountId));
    expect(await rows).toEqual([]);
    const input = { url: receiver.url, events: ["sms.received"] };
    const { id: endpointId } = await createEndpoint({ actor, input });
    const wanted = { missing_since: new Date(Date.now() - 60_000).toISOString() };
    const replay = await replayDeliveries({ actor, input: { endpointId, wanted } });
    expect(replay).toMatchObject({ count: 1 });
    await expect.poll(() => receiver.requests).toHaveLength(1);
    expect(JSON.parse(receiver.requests[0]?.body ?? "{}")).toMatchObject({ body: "early" });
  });
});
