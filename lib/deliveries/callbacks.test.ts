import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { webhookAttempts } from "@/drizzle/schema/webhooks";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { cancelMessage } from "../messages/cancel-message";
import { sendMessage } from "../sending/send-message";
import { sendWithCallback } from "../sending/send-with-callback";
import { mintAccount } from "../testing/mint-account";
import { useDeliverer } from "../testing/use-deliverer";
import { deliveriesOf, subscribe } from "../testing/webhook-place";
import { eraseCallbacksOf } from "../webhooks/erase-callbacks-of";
import { eraseDeliveriesOf } from "./erase-deliveries-of";
import { listMessageDeliveries } from "./list-message-deliveries";

const { receive } = useDeliverer();

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

async function send(actor: Actor, url: string, more: object = {}) {
  const input = { from: "YourBrand", to: "48732129000", body: "Hello", ...more };
  const callback = { url, authToken: "secret" };
  const { accepted } = await sendWithCallback({ actor, input, callback });
  return accepted.message_id ?? "";
}

test("a message reports to its own address, and endpoints get their events all the same", async () => {
  const [endpoint, own] = [await receive(), await receive()];
  const place = await subscribe(endpoint.url, { events: ["sms.delivered"] });
  const messageId = await send(place.owner, `${own.url}/status?order=7`);
  await dispatchMessages({ carrier: "simulator", test: true });
  await expect.poll(() => own.requests.length).toBe(1);
  expect(own.requests[0]?.path).toBe("/hook/status?order=7");
  expect(new URLSearchParams(own.requests[0]?.body).get("MessageStatus")).toBe("sent");
  expect(endpoint.requests).toEqual([]);
  expect(await deliveriesOf(place)).toEqual([]);
  const shown = () => listMessageDeliveries({ actor: place.owner, input: { messageId } });
  await expect.poll(shown).toMatchObject([
    {
      ...{ is_callback: true, event: "sent", status: "delivered" },
      // The path and the query may be a secret.
      url: new URL(own.url).origin,
    },
  ]);
});

test("a message that is cancelled says so, and was never sent", async () => {
  const own = await receive();
  const actor = operatorOf((await mintAccount()).accountId, "live");
  const messageId = await send(actor, own.url, { scheduled_at: inAnHour() });
  await cancelMessage({ actor, input: { messageId } });
  await expect.poll(() => own.requests.length).toBe(1);
  const fields = new URLSearchParams(own.requests[0]?.body);
  expect(fields.get("MessageStatus")).toBe("canceled");
  expect(fields.has("ErrorCode")).toBe(false);
});

test("a message without an address of its own reports to none", async () => {
  const own = await receive();
  const actor = operatorOf((await mintAccount()).accountId, "live");
  const withOne = await send(actor, own.url, { scheduled_at: inAnHour() });
  const input = { from: "YourBrand", to: "48732129000", body: "Hi", scheduled_at: inAnHour() };
  const { accepted } = await sendMessage({ actor, input });
  const messageId = accepted.message_id ?? "";
  await cancelMessage({ actor, input: { messageId } });
  await cancelMessage({ actor, input: { messageId: withOne } });
  await expect.poll(() => own.requests.length).toBe(1);
  expect(await listMessageDeliveries({ actor, input: { messageId } })).toEqual([]);
});

test("an address that is erased while it is retried ends, and gets nothing more", async () => {
  const own = await receive(() => ({ status: 503, headers: { "retry-after": "1" } }));
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId, "live");
  const messageId = await send(actor, own.url, { scheduled_at: inAnHour() });
  await cancelMessage({ actor, input: { messageId } });
  await expect.poll(() => own.requests.length).toBe(1);
  const messageIds = [parsePublicId("msg", messageId) ?? ""];
  await eraseCallbacksOf({ accountId, messageIds }, db());
  const shown = () => listMessageDeliveries({ actor, input: { messageId } });
  await expect
    .poll(shown, { timeout: 15_000 })
    .toMatchObject([{ status: "failed", reason: "exhausted", last_error: "erased" }]);
  expect(own.requests).toHaveLength(1);
});

test("of the address of an erased message, its attempts keep the host only", async () => {
  const own = await receive();
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId, "live");
  const url = `${own.url}/status?name=Nowak`;
  const messageId = await send(actor, url, { scheduled_at: inAnHour() });
  await cancelMessage({ actor, input: { messageId } });
  const shown = () => listMessageDeliveries({ actor, input: { messageId } });
  await expect.poll(shown).toMatchObject([{ status: "delivered" }]);
  const attempts = () =>
    db().select().from(webhookAttempts).where(eq(webhookAttempts.accountId, accountId));
  expect(await attempts()).toMatchObject([{ url }]);
  await eraseDeliveriesOf({ accountId, messageIds: [parsePublicId("msg", messageId) ?? ""] }, db());
  const origin = new URL(own.url).origin;
  expect(await attempts()).toMatchObject([{ url: origin, requestHeaders: {}, answer: null }]);
});
