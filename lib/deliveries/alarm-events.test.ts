import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { makeAdmin } from "../accounts/make-admin";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { useDeliverer } from "../testing/use-deliverer";
import { eventSchema } from "../webhooks/contract";
import { createEndpoint } from "../webhooks/create-endpoint";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { enqueueAlarm } from "./enqueue-alarm";
import { exportDeliveries } from "./export-deliveries";
import { getDelivery } from "./get-delivery";
import { listDeliveries } from "./list-deliveries";
import { replayDeliveries } from "./replay-deliveries";

const stage = useDeliverer();

const facts = {
  carrier: "orange",
  alarm: "carrier_unauthorized",
  status: "open" as const,
  since: new Date("2026-05-15T14:23:47.291Z"),
  summary: "Carrier orange rejects our credentials.",
};

async function enqueue(alarm: Parameters<typeof enqueueAlarm>[0]): Promise<void> {
  const publish = await db().transaction((tx) => enqueueAlarm(alarm, tx));
  publish();
}

async function administrator() {
  const { accountId, email } = await mintAccount();
  await makeAdmin(email, true);
  const actor = operatorOf(accountId, "live");
  const subscribe = (url: string) =>
    createEndpoint({ actor, input: { url, events: ["carrier.alarm"] } });
  return { accountId, email, actor, subscribe };
}

describe("carrier.alarm", () => {
  test("is posted to administrators' endpoints in its documented shape, and its log, export, and replay show the same bytes", async () => {
    const receiver = await stage.receive();
    const { actor, subscribe } = await administrator();
    const { id: endpointId } = await subscribe(receiver.url);
    await enqueue(facts);
    await expect.poll(() => receiver.requests).toHaveLength(1);
    const [got] = receiver.requests;
    const body = JSON.parse(got?.body ?? "");
    expect(body).toMatchObject({ ...facts, since: facts.since.toISOString() });
    expect(Object.keys(eventSchema("carrier.alarm").strict().parse(body))).toEqual(
      Object.keys(body),
    );
    await expect
      .poll(async () => (await listDeliveries({ actor, input: { endpointId, query: {} } })).data)
      .toMatchObject([{ event: "carrier.alarm", message_id: null, status: "delivered" }]);
    const detail = await getDelivery({ actor, input: { endpointId, eventId: body.id } });
    expect(detail).toMatchObject({ body: got?.body, message_id: null });
    const csv = await new Response(await exportDeliveries({ actor, input: { endpointId } })).text();
    expect(csv).toContain("carrier.alarm,,delivered");
    await replayDeliveries({ actor, input: { endpointId, wanted: { event_id: body.id } } });
    await expect.poll(() => receiver.requests).toHaveLength(2);
    expect(receiver.requests[1]?.body).toBe(got?.body);
  });

  test("is refused to other accounts and to test endpoints, on creating and on changing one", async () => {
    const { accountId } = await mintAccount();
    const { actor: admin } = await administrator();
    const customer = operatorOf(accountId, "live");
    const url = "https://example.com/hooks";
    const forbidden = { code: "forbidden", message: expect.stringContaining("administrator") };
    for (const actor of [customer, { ...admin, mode: "test" as const }]) {
      const input = { url, events: ["sms.failed", "carrier.alarm"] };
      await expect(createEndpoint({ actor, input })).rejects.toMatchObject(forbidden);
      const { id, events } = await createEndpoint({ actor, input: { url } });
      expect(events).not.toContain("carrier.alarm");
      const change = { endpointId: id, wanted: { events: ["carrier.alarm"] } };
      await expect(updateEndpoint({ actor, input: change })).rejects.toMatchObject(forbidden);
    }
  });

  test("no longer goes to an account that administers nothing any more", async () => {
    const { accountId, email, subscribe } = await administrator();
    await subscribe("https://example.com/hooks");
    await makeAdmin(email, false);
    await enqueue(facts);
    const rows = db()
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.accountId, accountId));
    expect(await rows).toEqual([]);
  });

  test("that an endpoint missed because it was disabled before the first attempt can be replayed", async () => {
    const receiver = await stage.receive();
    const { accountId, actor, subscribe } = await administrator();
    const { id: endpointId } = await subscribe(receiver.url);
    await enqueue({ ...facts, carrier: null, alarm: "no_route" });
    await expect
      .poll(async () => (await listDeliveries({ actor, input: { endpointId, query: {} } })).data)
      .toMatchObject([{ status: "delivered" }]);
    await db()
      .update(webhookDeliveries)
      .set({ status: "failed", reason: "endpoint_disabled", attempts: 0 })
      .where(eq(webhookDeliveries.accountId, accountId));
    const wanted = { missing_since: new Date(Date.now() - 60_000).toISOString() };
    const replay = await replayDeliveries({ actor, input: { endpointId, wanted } });
    expect(replay).toMatchObject({ count: 1 });
    await expect.poll(() => receiver.requests).toHaveLength(2);
  });
});
