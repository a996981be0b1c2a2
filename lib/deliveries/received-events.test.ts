import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { addNumber } from "../inbound/add-number";
import { recordInbound } from "../inbound/record-inbound";
import { mintAccount } from "../testing/mint-account";
import { useDeliverer } from "../testing/use-deliverer";
import { eventSchema } from "../webhooks/contract";
import { createEndpoint } from "../webhooks/create-endpoint";
import { explainSignature } from "../webhooks/explain-signature";
import { revealSecret } from "../webhooks/reveal-secret";
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
