import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messageCallbacks, webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId, publicId } from "../core/ids";
import { cancelMessage } from "../messages/cancel-message";
import { sendWithCallback } from "../sending/send-with-callback";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { createEndpoint } from "./create-endpoint";
import { getEndpoint } from "./get-endpoint";
import { listEndpoints } from "./list-endpoints";
import { pauseEndpoints } from "./pause-endpoints";
import { resumeEndpoints } from "./resume-endpoints";
import { maxCallbackHosts, saveCallback } from "./save-callback";
import { sweepCallbackHosts } from "./sweep-callback-hosts";
import { sweepMessageCallbacks } from "./sweep-message-callbacks";

let drop: () => Promise<void>;
beforeAll(async () => {
  drop = await useOwnDatabase();
});
afterAll(() => drop());

const authToken = "secret";
const mint = async () => operatorOf((await mintAccount()).accountId, "live");
type Actor = Awaited<ReturnType<typeof mint>>;

function save(actor: Actor, url: string) {
  return saveCallback({ actor, input: { messageId: newId(), url, authToken } });
}

function hostsOf({ accountId }: Actor) {
  return db().select().from(webhookEndpoints).where(eq(webhookEndpoints.accountId, accountId));
}

function callbacksOf({ accountId }: Actor) {
  return db().select().from(messageCallbacks).where(eq(messageCallbacks.accountId, accountId));
}

test("many addresses at one host are one host, also at the same moment", async () => {
  const actor = await mint();
  const urls = Array.from({ length: 8 }, (_, place) => `https://example.com/order/${place}`);
  await Promise.all(urls.map((url) => save(actor, url)));
  expect(await hostsOf(actor)).toMatchObject([{ kind: "callback", url: "https://example.com" }]);
  expect((await callbacksOf(actor)).map(({ url }) => url).sort()).toEqual(urls);
});

test("a host is no endpoint: it is not listed, read, or counted", async () => {
  const actor = await mint();
  await save(actor, "https://example.com/status");
  const [host] = await hostsOf(actor);
  expect(await listEndpoints({ actor })).toEqual([]);
  const input = { endpointId: publicId("whk", host?.id ?? "") };
  await expect(getEndpoint({ actor, input })).rejects.toMatchObject({ code: "not_found" });
  for (let count = 0; count < 10; count += 1) {
    await createEndpoint({
      actor,
      input: { url: `https://example.com/${count}`, events: ["sms.delivered"] },
    });
  }
  expect(await listEndpoints({ actor })).toHaveLength(10);
});

test("an account has a bounded number of hosts, and those it has go on working", async () => {
  const actor = await mint();
  await db().execute(sql`
    insert into ${webhookEndpoints} (account_id, id, kind, url, events, secret)
    select ${actor.accountId}::uuid, gen_random_uuid(), 'callback', 'https://' || n || '.example.com', '{}', ''
    from generate_series(2, ${maxCallbackHosts}) n`);
  await save(actor, "https://last.example.com/");
  await expect(save(actor, "https://more.example.com/")).rejects.toMatchObject({
    code: "invalid_request",
  });
  await save(actor, "https://last.example.com/again");
});

function addHosts({ accountId }: Actor, { number, test }: { number: number; test: boolean }) {
  return db().execute(sql`
    insert into ${webhookEndpoints} (account_id, id, kind, url, events, secret, test)
    select ${accountId}::uuid, gen_random_uuid(), 'callback', 'https://' || n || '.example.com', '{}', '', ${test}::boolean
    from generate_series(1, ${number}::int) n`);
}

test("hosts of test messages leave room for those of live ones", async () => {
  const live = await mint();
  await addHosts(live, { number: maxCallbackHosts, test: true });
  await save(live, "https://first.example.org/");
  const tester = operatorOf(live.accountId, "test");
  await expect(save(tester, "https://first.example.org/")).rejects.toMatchObject({
    code: "invalid_request",
  });
});

test("hosts that no callback names any more make room, and work again when one does", async () => {
  const actor = await mint();
  await save(actor, "https://kept.example.org/");
  await addHosts(actor, { number: maxCallbackHosts - 2, test: false });
  await save(actor, "https://left.example.org/");
  await db()
    .delete(messageCallbacks)
    .where(
      and(
        eq(messageCallbacks.accountId, actor.accountId),
        eq(messageCallbacks.url, "https://left.example.org/"),
      ),
    );
  await expect(save(actor, "https://more.example.org/")).rejects.toMatchObject({
    code: "invalid_request",
  });
  await sweepCallbackHosts();
  const counted = async () =>
    (await hostsOf(actor)).flatMap(({ url, deletedAt }) => (deletedAt ? [] : [url])).sort();
  expect(await counted()).toEqual(["https://kept.example.org"]);
  await save(actor, "https://left.example.org/again");
  await save(actor, "https://more.example.org/");
  expect(await counted()).toEqual([
    "https://kept.example.org",
    "https://left.example.org",
    "https://more.example.org",
  ]);
});

test("a message that is refused leaves no address behind, and no host", async () => {
  const actor = await mint();
  const callback = { url: "https://example.com/status", authToken };
  const input = { from: "YourBrand", to: "48221234567", body: "Hello" };
  const refused = sendWithCallback({ actor, input, callback });
  await expect(refused).rejects.toMatchObject({ code: "invalid_request" });
  expect(await callbacksOf(actor)).toEqual([]);
  expect(await hostsOf(actor)).toEqual([]);
});

test("a message that is refused leaves the host of another one", async () => {
  const actor = await mint();
  await save(actor, "https://example.com/kept");
  const callback = { url: "https://example.com/status", authToken };
  const input = { from: "YourBrand", to: "48221234567", body: "Hello" };
  const refused = sendWithCallback({ actor, input, callback });
  await expect(refused).rejects.toMatchObject({ code: "invalid_request" });
  expect(await callbacksOf(actor)).toMatchObject([{ url: "https://example.com/kept" }]);
  expect(await hostsOf(actor)).toHaveLength(1);
});

test("a repeated request leaves the address of the first one", async () => {
  const actor = await mint();
  const input = {
    ...{ from: "YourBrand", to: "48732129000", body: "Hello" },
    idempotency_key: "8e03978e-40d5-43e8-bc93-6894a57f9324",
  };
  const send = (url: string) => sendWithCallback({ actor, input, callback: { url, authToken } });
  const { accepted } = await send("https://example.com/first");
  expect(await send("https://example.com/second")).toMatchObject({ accepted, isReplay: true });
  const kept = (await callbacksOf(actor)).map(({ messageId, url }) => ({
    ...{ id: publicId("msg", messageId), url },
  }));
  expect(kept).toEqual([{ id: accepted.message_id, url: "https://example.com/first" }]);
});

test("closing an account stops its callbacks, and reopening it lets them go on", async () => {
  const actor = await mint();
  await save(actor, "https://example.com/status");
  await pauseEndpoints(actor.accountId, db());
  expect(await hostsOf(actor)).toMatchObject([{ enabled: false }]);
  await resumeEndpoints(actor.accountId, db());
  expect(await hostsOf(actor)).toMatchObject([{ enabled: true, disabledReason: null }]);
});

test("addresses are forgotten after sixty days, and no sooner", async () => {
  const actor = await mint();
  await save(actor, "https://example.com/old");
  await db()
    .update(messageCallbacks)
    .set({ createdAt: sql`now() - interval '61 days'` })
    .where(eq(messageCallbacks.accountId, actor.accountId));
  await save(actor, "https://example.com/young");
  while ((await sweepMessageCallbacks()) > 0);
  expect(await callbacksOf(actor)).toMatchObject([{ url: "https://example.com/young" }]);
});

test("the address of a message that is not over, or has a callback that waits, is kept", async () => {
  const actor = await mint();
  const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
  const { accepted } = await sendWithCallback({
    actor,
    input: { from: "YourBrand", to: "48732129000", body: "Hello", scheduled_at },
    callback: { url: "https://example.com/moved", authToken },
  });
  const sweepLater = async () => {
    await db()
      .update(messageCallbacks)
      .set({ createdAt: sql`now() - interval '61 days'` })
      .where(eq(messageCallbacks.accountId, actor.accountId));
    while ((await sweepMessageCallbacks()) > 0);
    return (await callbacksOf(actor)).length;
  };
  expect(await sweepLater()).toBe(1);
  await cancelMessage({ actor, input: { messageId: accepted.message_id ?? "" } });
  expect(await sweepLater()).toBe(1);
  await db()
    .update(webhookDeliveries)
    .set({ status: "delivered" })
    .where(eq(webhookDeliveries.accountId, actor.accountId));
  expect(await sweepLater()).toBe(0);
});
