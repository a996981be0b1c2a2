import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { endMessages } from "../testing/end-messages";
import { idsOf, useDeliverer } from "../testing/use-deliverer";
import { deliveriesOf, settled, subscribe } from "../testing/webhook-place";
import { deleteEndpoint } from "../webhooks/delete-endpoint";
import { getEndpoint } from "../webhooks/get-endpoint";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { getDelivery } from "./get-delivery";
import { listMessageDeliveries } from "./list-message-deliveries";

const { receive, stopDelivering } = useDeliverer();

describe("an endpoint", () => {
  test("that is down gets every event once when it is up again, while another's come as ever", async () => {
    const down = await receive(() => ({ status: 503 }));
    const up = await receive();
    const failing = await subscribe(down.url);
    const fine = await subscribe(up.url, failing.owner);
    // "Six hours" at 1:10000, with events all the while.
    for (let round = 0; round < 20; round += 1) {
      await endMessages(failing.owner.accountId, 10);
      await expect.poll(() => up.requests.length, { interval: 5 }).toBe((round + 1) * 10);
    }
    const whileDown = down.requests.length;
    down.answer = () => ({ status: 200 });
    const log = await settled(failing, 200, "delivered");
    const got = idsOf(down).slice(whileDown);
    expect(got.toSorted()).toEqual(log.map(({ event_id }) => event_id).toSorted());
    expect(idsOf(up).toSorted()).toEqual(got.toSorted());
    // The breaker kept the tries for when they count.
    expect(whileDown).toBeLessThan(200);
    expect(await deliveriesOf(fine)).toHaveLength(200);
  });

  test("that fails is checked one event at a time, and the others say that they are held back", async () => {
    const down = await receive(() => ({ status: 503 }));
    const place = await subscribe(down.url);
    await endMessages(place.owner.accountId, 60);
    const held = async () =>
      (await deliveriesOf(place)).filter(({ wait_reason }) => wait_reason === "endpoint_failing");
    await expect.poll(async () => (await held()).length).toBeGreaterThan(20);
    const [first] = await held();
    expect(first).toMatchObject({ status: "pending", next_attempt_at: null });
    const { message_id, event_id } = first ?? {};
    const [onMessage] = await listMessageDeliveries({
      actor: operatorOf(place.owner.accountId),
      input: { messageId: message_id ?? "" },
    });
    expect(onMessage?.event_id).toBe(event_id);
    down.answer = () => ({ status: 200 });
    await settled(place, 60, "delivered");
    expect(await held()).toEqual([]);
  });

  test("that is slow gets four requests at a time and holds nobody else up", async () => {
    const slow = await receive(() => ({ status: 200, delayMs: 400 }));
    const quick = await receive();
    const place = await subscribe(slow.url);
    await subscribe(quick.url, place.owner);
    await endMessages(place.owner.accountId, 40);
    await expect.poll(() => quick.requests.length).toBe(40);
    expect(slow.requests.length).toBeLessThan(40);
    await settled(place, 40, "delivered");
    expect(slow.maxInFlight()).toBe(4);
  });

  test("that does not answer is given up at the limit, and tried again", async () => {
    const receiver = await receive((_request, place) => ({
      status: 200,
      delayMs: place === 1 ? 30_000 : 0,
    }));
    const place = await subscribe(receiver.url);
    await endMessages(place.owner.accountId, 1);
    const [delivery] = await settled(place, 1, "delivered");
    const { tries } = await getDelivery({
      actor: place.owner,
      input: { endpointId: place.id, eventId: delivery?.event_id ?? "" },
    });
    expect(tries).toMatchObject([{ status: null, error: "timeout" }, { status: 200 }]);
    expect(tries[0]?.duration_ms).toBeGreaterThanOrEqual(1000);
  });

  test("that answers 410 is off at once; what waits can be replayed", async () => {
    const receiver = await receive(() => ({ status: 410 }));
    const place = await subscribe(receiver.url);
    await endMessages(place.owner.accountId, 30);
    const log = await settled(place, 30, "failed");
    expect(receiver.requests.length).toBeLessThanOrEqual(8);
    expect(new Set(log.map(({ reason }) => reason))).toEqual(new Set(["endpoint_disabled"]));
    expect(
      await getEndpoint({ actor: place.owner, input: { endpointId: place.id } }),
    ).toMatchObject({
      enabled: false,
      disabled_reason: "gone",
    });
    await endMessages(place.owner.accountId, 1);
    expect(await deliveriesOf(place)).toHaveLength(30);
  });

  test.each([
    { when: "that long, the last within a day", since: 121, last: 20, reason: "failing" },
    { when: "not that long", since: 119, last: 20, reason: null },
    { when: "with a long silence in between", since: 121, last: 60, reason: null },
  ])("is switched off by nothing but failures for five days: $when", async (row) => {
    const receiver = await receive(() => ({ status: 500 }));
    const place = await subscribe(receiver.url);
    const hoursAgo = (hours: number) => sql`now() - ${hours} * interval '1 hour'`;
    await db()
      .update(webhookEndpoints)
      .set({ failingSince: hoursAgo(row.since), lastFailureAt: hoursAgo(row.last) })
      .where(eq(webhookEndpoints.accountId, place.owner.accountId));
    await endMessages(place.owner.accountId, 1);
    await settled(place, 1, "failed");
    expect(
      await getEndpoint({ actor: place.owner, input: { endpointId: place.id } }),
    ).toMatchObject({
      enabled: row.reason === null,
      disabled_reason: row.reason,
    });
  });

  test("that recovers is failing no more", async () => {
    const receiver = await receive((_request, place) => ({ status: place === 1 ? 500 : 200 }));
    const place = await subscribe(receiver.url);
    await endMessages(place.owner.accountId, 1);
    await settled(place, 1, "delivered");
    expect(
      await getEndpoint({ actor: place.owner, input: { endpointId: place.id } }),
    ).toMatchObject({ failing_since: null });
  });

  test("that has moved is not judged by what its old address answers", async () => {
    const old = await receive(() => ({ status: 410, delayMs: 500 }));
    const place = await subscribe(old.url);
    await endMessages(place.owner.accountId, 1);
    await expect.poll(() => old.requests.length).toBe(1);
    const fresh = await receive();
    await updateEndpoint({
      actor: place.owner,
      input: { endpointId: place.id, wanted: { url: fresh.url } },
    });
    await settled(place, 1, "delivered");
    expect(idsOf(fresh)).toEqual(idsOf(old));
    expect(
      await getEndpoint({ actor: place.owner, input: { endpointId: place.id } }),
    ).toMatchObject({
      enabled: true,
      disabled_reason: null,
      failing_since: null,
    });
  });

  test("that failed for five days begins anew at another address", async () => {
    const receiver = await receive(() => ({ status: 500 }));
    const place = await subscribe(`${receiver.url}/old`);
    await db()
      .update(webhookEndpoints)
      .set({
        failingSince: sql`now() - interval '121 hours'`,
        lastFailureAt: sql`now() - interval '1 hour'`,
      })
      .where(eq(webhookEndpoints.accountId, place.owner.accountId));
    await updateEndpoint({
      actor: place.owner,
      input: { endpointId: place.id, wanted: { url: receiver.url } },
    });
    await endMessages(place.owner.accountId, 1);
    await settled(place, 1, "failed");
    expect(
      await getEndpoint({ actor: place.owner, input: { endpointId: place.id } }),
    ).toMatchObject({ enabled: true });
  });

  test("that is switched off by hand is sent nothing more", async () => {
    const receiver = await receive(() => ({ status: 500 }));
    const place = await subscribe(receiver.url);
    await endMessages(place.owner.accountId, 3);
    await expect.poll(() => receiver.requests.length).toBeGreaterThan(2);
    await updateEndpoint({
      actor: place.owner,
      input: { endpointId: place.id, wanted: { enabled: false } },
    });
    const log = await settled(place, 3, "failed");
    expect(log[0]).toMatchObject({ reason: "endpoint_disabled", next_attempt_at: null });
    const { length } = receiver.requests;
    await endMessages(place.owner.accountId, 1);
    await stopDelivering();
    expect(receiver.requests).toHaveLength(length);
  });

  test("that is deleted leaves what it was sent in the history of the message", async () => {
    const receiver = await receive(() => ({ status: 500 }));
    const place = await subscribe(receiver.url);
    const [messageId = ""] = await endMessages(place.owner.accountId, 1);
    await expect.poll(() => receiver.requests.length).toBeGreaterThan(0);
    await deleteEndpoint({ actor: place.owner, input: { endpointId: place.id } });
    const history = () =>
      listMessageDeliveries({
        actor: operatorOf(place.owner.accountId),
        input: { messageId: publicId("msg", messageId) },
      });
    await expect
      .poll(history)
      .toMatchObject([{ status: "failed", reason: "endpoint_deleted", endpoint_id: place.id }]);
    expect(
      await listMessageDeliveries({
        actor: operatorOf(place.owner.accountId),
        input: { messageId: "msg_nothing" },
      }),
    ).toEqual([]);
  });
});
