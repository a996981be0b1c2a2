import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { endMessages } from "../testing/end-messages";
import { mintAccount } from "../testing/mint-account";
import { idsOf, useDeliverer } from "../testing/use-deliverer";
import { deliveriesOf, type Place, settled, subscribe } from "../testing/webhook-place";
import { createEndpoint } from "../webhooks/create-endpoint";
import { listEndpoints } from "../webhooks/list-endpoints";
import { sendTestEvent } from "../webhooks/send-test-event";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { countPending } from "./count-pending";
import { enqueueCampaignEnd } from "./enqueue-campaign-end";
import { enqueueLowBalance } from "./enqueue-low-balance";
import { pullEvents } from "./pull-events";
import { replayDeliveries } from "./replay-deliveries";

const { receive } = useDeliverer();

async function startListener(url: string, accountId?: string): Promise<Place> {
  const owner = operatorOf(accountId ?? (await mintAccount()).accountId, "test");
  const { id, secret } = await createEndpoint({ actor: owner, input: { url, listen: true } });
  return { owner, id, secret };
}

async function pull({ owner, id }: Place) {
  return (await pullEvents({ actor: owner, input: { endpointId: id } })).data;
}

/** As if its program had been gone since then. */
async function leave({ owner }: Place, minutes: number): Promise<void> {
  await db().execute(sql`
    update webhook_endpoints set pulled_at = pulled_at - ${minutes} * interval '1 minute'
    where account_id = ${owner.accountId}::uuid and pulled_at is not null`);
}

describe("a listener", () => {
  test("whose program is slow makes no delivery late", async () => {
    const { accountId } = await mintAccount();
    const live = operatorOf(accountId, "live");
    const input = { url: "http://localhost:3001/hook", listen: true };
    const { id } = await createEndpoint({ actor: live, input });
    const facts = { balance: 19, belowCredits: 20, belowDays: null, since: new Date() };
    await db().transaction((tx) => enqueueLowBalance(accountId, facts, tx));
    const years = 10 * 365 * 86_400;
    await db().execute(sql`
      update webhook_deliveries set due_at = due_at - ${years}::int * interval '1 second'
      where account_id = ${accountId}::uuid`);
    expect((await countPending()).oldestSeconds).toBeLessThan(years / 2);
    expect(await pull({ owner: live, id, secret: "" })).toHaveLength(1);
  });

  test("gets each event once, with the ID and the bytes that an endpoint gets, and nothing is sent to its URL", async () => {
    const [endpoint, elsewhere] = await Promise.all([receive(), receive()]);
    const place = await subscribe(endpoint.url);
    const listener = await startListener(elsewhere.url, place.owner.accountId);
    await endMessages(place.owner.accountId, 3, "failed");
    await settled(place, 3, "delivered");
    const [some, others] = await Promise.all([pull(listener), pull(listener)]);
    const pulled = [...some, ...others];
    expect(pulled.map(({ id }) => id).sort()).toEqual(idsOf(endpoint).sort());
    expect(pulled.map(({ body }) => body).sort()).toEqual(
      endpoint.requests.map(({ body }) => body).sort(),
    );
    expect(new Set(pulled.map(({ event }) => event))).toEqual(new Set(["sms.failed"]));
    expect(await pull(listener)).toEqual([]);
    expect(elsewhere.requests).toEqual([]);
    const logged = await deliveriesOf(listener);
    expect(logged.map(({ status, attempts }) => [status, attempts])).toEqual(
      Array(3).fill(["delivered", 1]),
    );
  });

  test("gets what is about no message, too", async () => {
    const { accountId } = await mintAccount();
    const listener = await startListener("http://localhost:3001/hook", accountId);
    const live = operatorOf(accountId, "live");
    const { id } = await createEndpoint({
      actor: live,
      input: { url: "http://localhost:3001/hook", listen: true },
    });
    const endedAt = new Date();
    const counts = { people: 1, statuses: { delivered: 1 }, optedOut: 0, notSent: 0 };
    const credits = { reserved: 1, charged: 1, refunded: 0 };
    await db().transaction(async (tx) => {
      const campaignId = "018f0000-0000-7000-8000-000000000000";
      const end = { campaignId, name: "May sale", status: "finished", endedAt } as const;
      await enqueueCampaignEnd(accountId, { ...end, ...counts, credits, test: true }, tx);
      const facts = { balance: 19, belowCredits: 20, belowDays: null, since: endedAt };
      await enqueueLowBalance(accountId, facts, tx);
    });
    const [ended, ...none] = await pull(listener);
    expect([ended?.event, none]).toEqual(["campaign.finished", []]);
    expect(JSON.parse(ended?.body ?? "")).toMatchObject({ id: ended?.id, name: "May sale" });
    const [low] = await pull({ ...listener, owner: live, id });
    expect(low?.event).toBe("balance.low");
  });

  test("gets a replayed event again, with the same ID and body", async () => {
    const listener = await startListener("http://localhost:3001/hook");
    await endMessages(listener.owner.accountId, 1, "expired");
    const [first] = await pull(listener);
    const input = { endpointId: listener.id, wanted: { event_id: first?.id } };
    await replayDeliveries({ actor: listener.owner, input });
    expect(await pull(listener)).toEqual([first]);
  });

  test("ends with the first event after ten minutes without a request, and lasts as long as it requests", async () => {
    const [left, kept] = [
      await startListener("http://localhost:3001/hook"),
      await startListener("http://localhost:3001/hook"),
    ];
    await leave(left, 11);
    await leave(kept, 9);
    await pull(kept);
    await leave(kept, 9);
    for (const { owner } of [left, kept]) await endMessages(owner.accountId, 1, "failed");
    await expect.poll(() => listEndpoints({ actor: left.owner })).toEqual([]);
    await expect(pull(left)).rejects.toMatchObject({ code: "not_found" });
    expect(await pull(kept)).toHaveLength(1);
  });

  test("that was left makes room for another endpoint", async () => {
    const first = await startListener("http://localhost:3001/hook");
    const { accountId } = first.owner;
    for (let more = 9; more > 0; more -= 1) {
      await startListener("http://localhost:3001/hook", accountId);
    }
    const another = () => startListener("http://localhost:3001/hook", accountId);
    await expect(another()).rejects.toMatchObject({ code: "conflict" });
    await leave(first, 11);
    await another();
    expect(await listEndpoints({ actor: first.owner })).toHaveLength(1);
  });

  test("never becomes an endpoint: no test event, no other URL", async () => {
    const elsewhere = await receive();
    const listener = await startListener(elsewhere.url);
    const target = { actor: listener.owner };
    const endpointId = listener.id;
    const conflict = { code: "conflict" };
    const tested = sendTestEvent({ ...target, input: { endpointId, wanted: {} } });
    await expect(tested).rejects.toMatchObject(conflict);
    const moved = { endpointId, wanted: { url: elsewhere.url } };
    await expect(updateEndpoint({ ...target, input: moved })).rejects.toMatchObject(conflict);
    expect(elsewhere.requests).toEqual([]);
  });
});

test("the events of an endpoint, of a disabled listener, and of another account can't be requested", async () => {
  const endpoint = await subscribe((await receive()).url);
  await expect(pull(endpoint)).rejects.toMatchObject({ code: "conflict" });
  const listener = await startListener("http://localhost:3001/hook");
  const stranger = operatorOf((await mintAccount()).accountId, "test");
  const foreign = pull({ ...listener, owner: stranger });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  const live = { ...listener, owner: operatorOf(listener.owner.accountId, "live") };
  await expect(pull(live)).rejects.toMatchObject({ code: "not_found" });
  const off = { endpointId: listener.id, wanted: { enabled: false } };
  await updateEndpoint({ actor: listener.owner, input: off });
  await expect(pull(listener)).rejects.toMatchObject({ code: "conflict" });
});

test("a listener's URL may be on any network, but it is a URL without a password", async () => {
  const owner = operatorOf((await mintAccount()).accountId, "test");
  for (const url of [
    "file:///etc/passwd",
    "http://user:word@localhost/",
    "localhost",
    "x".repeat(3000),
  ]) {
    const created = createEndpoint({ actor: owner, input: { url, listen: true } });
    await expect(created).rejects.toMatchObject({ code: "invalid_request" });
  }
});
