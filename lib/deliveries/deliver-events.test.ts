import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { publicId } from "../core/ids";
import { listMessages } from "../message-log/list-messages";
import { getMessage } from "../messages/get-message";
import { endMessages } from "../testing/end-messages";
import { idsOf, useDeliverer } from "../testing/use-deliverer";
import { deliveriesOf, settled, subscribe } from "../testing/webhook-place";
import { createEndpoint } from "../webhooks/create-endpoint";
import { rotateSecret } from "../webhooks/rotate-secret";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { getDelivery } from "./get-delivery";

const { receive } = useDeliverer();

describe("an event", () => {
  test("comes to each endpoint that wants it, once, signed, in the documented shape", async () => {
    const [one, two, other] = await Promise.all([receive(), receive(), receive()]);
    const first = await subscribe(one.url);
    const { accountId } = first.owner;
    const second = await subscribe(two.url, { accountId, events: ["sms.bounced"] });
    await subscribe(other.url, { accountId, events: ["sms.failed"] });
    const live = operatorOf(accountId, "live");
    await createEndpoint({ actor: live, input: { url: other.url } });
    const off = await subscribe(other.url, { accountId });
    await updateEndpoint({
      actor: off.owner,
      input: { endpointId: off.id, wanted: { enabled: false } },
    });
    const metadata = { order: 1042, tags: ["gift"] };
    const [messageId = ""] = await endMessages(accountId, 1, { status: "bounced", metadata });
    await settled(first, 1, "delivered");
    await settled(second, 1, "delivered");
    expect(other.requests).toEqual([]);
    expect([one.requests.length, two.requests.length]).toEqual([1, 1]);
    const [got] = one.requests;
    expect(two.requests[0]?.body).toBe(got?.body);
    const body = new Webhook(first.secret).verify(
      got?.body ?? "",
      got?.headers as Record<string, string>,
    ) as Record<string, unknown>;
    expect(Object.keys(body)).toEqual([
      ...["event", "message_id", "to", "bounced_at", "operator", "segments", "id", "timestamp"],
      ...["from", "status", "reason", "client_ref", "metadata", "idempotency_key", "test"],
      "operator_source",
    ]);
    expect(body).toMatchObject({
      event: "sms.bounced",
      message_id: publicId("msg", messageId),
      to: "48732129000",
      operator: "Play",
      operator_source: "range",
      segments: 1,
      metadata,
      id: got?.headers["webhook-id"],
      status: "bounced",
      reason: "told_by_a_test",
      test: true,
    });
  });

  test("is signed by both secrets after a rotation", async () => {
    const receiver = await receive();
    const place = await subscribe(receiver.url);
    const rotated = await rotateSecret({ actor: place.owner, input: { endpointId: place.id } });
    await endMessages(place.owner.accountId, 1);
    await settled(place, 1, "delivered");
    const [got] = receiver.requests;
    for (const secret of [place.secret, rotated.secret]) {
      const headers = got?.headers as Record<string, string>;
      expect(() => new Webhook(secret).verify(got?.body ?? "", headers)).not.toThrow();
    }
  });

  test("is tried again with the same id and bytes until it is taken, and each try is in the log", async () => {
    const receiver = await receive((_request, place) => {
      if (place === 1) return { status: 500, body: "no\0thing" };
      return place === 2
        ? { status: 302, headers: { location: "http://127.0.0.1/" } }
        : { status: 200 };
    });
    const place = await subscribe(receiver.url);
    const [messageId = ""] = await endMessages(place.owner.accountId, 1);
    const [delivery] = await settled(place, 1, "delivered");
    expect(delivery).toMatchObject({ attempts: 3, last_status: 200, next_attempt_at: null });
    expect(new Set(idsOf(receiver))).toEqual(new Set([delivery?.event_id]));
    expect(new Set(receiver.requests.map(({ body }) => body)).size).toBe(1);
    const detail = await getDelivery({
      actor: place.owner,
      input: { endpointId: place.id, eventId: delivery?.event_id ?? "" },
    });
    expect(detail.body).toBe(receiver.requests[0]?.body);
    expect(detail.tries).toMatchObject([
      { status: 500, error: "status", answer: "no\uFFFDthing", url: receiver.url },
      { status: 302, error: "redirect" },
      { status: 200, error: null, next_attempt_at: null },
    ]);
    for (const [position, { next_attempt_at, request_headers }] of detail.tries.entries()) {
      expect(receiver.requests[position]?.headers).toMatchObject(request_headers);
      if (position < 2) expect(Date.parse(next_attempt_at ?? "")).toBeGreaterThan(0);
    }
    expect(
      await getMessage({
        actor: operatorOf(place.owner.accountId),
        input: { messageId: publicId("msg", messageId) },
      }),
    ).toMatchObject({
      webhook_state: "done",
    });
  });

  test("that nobody takes fails after ten tries, and its message says so", async () => {
    const receiver = await receive(() => ({ status: 500 }));
    const place = await subscribe(receiver.url);
    await endMessages(place.owner.accountId, 1);
    const page = () =>
      listMessages({ actor: operatorOf(place.owner.accountId), input: { limit: 1 } });
    await expect.poll(async () => (await page()).data[0]?.webhook_state).toBe("waiting");
    const [delivery] = await settled(place, 1, "failed");
    expect(delivery).toMatchObject({ attempts: 10, reason: "exhausted", last_status: 500 });
    expect(receiver.requests).toHaveLength(10);
    expect((await page()).data[0]?.webhook_state).toBe("failed");
  });

  test("waits as long as the receiver asks", async () => {
    const receiver = await receive((_request, place) =>
      place === 1 ? { status: 503, headers: { "retry-after": "2" } } : { status: 200 },
    );
    const place = await subscribe(receiver.url);
    await endMessages(place.owner.accountId, 1);
    await settled(place, 1, "delivered");
    const [first, second] = receiver.requests;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(1950);
  });

  test("of a receiver that asks for 12.5 seconds is due again 13 seconds after the attempt", async () => {
    const receiver = await receive(() => ({ status: 503, headers: { "retry-after": "12.5" } }));
    const place = await subscribe(receiver.url);
    await endMessages(place.owner.accountId, 1);
    const pending = async () => (await deliveriesOf(place))[0];
    await expect.poll(pending).toMatchObject({ attempts: 1, status: "pending" });
    const seenMs = Date.now();
    const delivery = await pending();
    const dueMs = Date.parse(delivery?.next_attempt_at ?? "");
    const { tries } = await getDelivery({
      actor: place.owner,
      input: { endpointId: place.id, eventId: delivery?.event_id ?? "" },
    });
    expect(tries).toMatchObject([{ status: 503, next_attempt_at: delivery?.next_attempt_at }]);
    expect(dueMs - Date.parse(tries[0]?.at ?? "")).toBeGreaterThanOrEqual(13_000);
    expect(dueMs - seenMs).toBeLessThanOrEqual(13_000);
  });
});
