import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { publicId } from "../core/ids";
import type { LiveEvent } from "../messages/contract";
import { watchMessages } from "../messages/watch-messages";
import { endMessages } from "../testing/end-messages";
import { mintAccount } from "../testing/mint-account";
import { startDeliverer } from "../testing/start-deliverer";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { useOwnDatabase } from "../testing/use-own-database";
import { deliveriesOf, type Place, settled, subscribe } from "../testing/webhook-place";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { getEndpointHealth } from "./get-endpoint-health";
import { listMessageDeliveries } from "./list-message-deliveries";
import { recentDeliveries } from "./recent-deliveries";
import { replayDeliveries } from "./replay-deliveries";

let dropDatabase: () => Promise<void>;
let deliverer: { stop(): Promise<void> };
let receiver: Receiver;
let place: Place;
let stopWatching: () => void;
/** What the live stream said of each message, in order. */
let told: string[];

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8",
    WEBHOOK_RETRY_SCHEDULE: "0,0.2,0.2",
  });
});
afterAll(() => dropDatabase());
beforeEach(async () => {
  receiver = await startReceiver();
  deliverer = startDeliverer();
  place = await subscribe(receiver.url);
  told = [];
  stopWatching = await watchMessages(place.owner.accountId, (event: LiveEvent) => {
    if (event.kind === "messages") told.push(...event.messages.map((each) => each.webhook_state));
  });
});
afterEach(async () => {
  stopWatching();
  await deliverer.stop();
  await receiver.close();
});

test("a delivery that settles is told to whoever watches, each try of it, to the last", async () => {
  receiver.answer = () => ({ status: 500, delayMs: 100 });
  await endMessages(place.owner.accountId, 1);
  await settled(place, 1, "failed");
  await expect.poll(() => told.at(-1)).toBe("failed");
  expect(told.filter((state) => state === "waiting").length).toBeGreaterThanOrEqual(2);
});

test("a replay is told when it is asked for and when it is done", async () => {
  await endMessages(place.owner.accountId, 1);
  const [delivery] = await settled(place, 1, "delivered");
  await expect.poll(() => told.at(-1)).toBe("done");
  receiver.answer = () => ({ status: 200, delayMs: 300 });
  await replayDeliveries({
    actor: place.owner,
    input: { endpointId: place.id, wanted: { event_id: delivery?.event_id } },
  });
  await expect.poll(() => told.at(-1)).toBe("waiting");
  await expect.poll(() => told.at(-1)).toBe("done");
});

test("an endpoint's health is its newest deliveries, oldest first, and how many wait", async () => {
  await endMessages(place.owner.accountId, 30);
  await settled(place, 30, "delivered");
  expect(
    await getEndpointHealth({ actor: place.owner, input: { endpointId: place.id } }),
  ).toMatchObject({
    endpoint: { id: place.id },
    recent: Array(30).fill("delivered"),
    waiting: 0,
  });
  await deliverer.stop();
  await endMessages(place.owner.accountId, 2);
  const { recent, waiting } = await getEndpointHealth({
    actor: place.owner,
    input: { endpointId: place.id },
  });
  expect(recent).toEqual([...Array(28).fill("delivered"), "pending", "pending"]);
  expect(waiting).toBe(2);
});

test("an endpoint's health is nobody else's to see", async () => {
  const { accountId } = await mintAccount();
  await endMessages(place.owner.accountId, 1);
  await settled(place, 1, "delivered");
  expect(await recentDeliveries({ actor: operatorOf(accountId) })).toEqual(new Map());
  await expect(
    getEndpointHealth({ actor: operatorOf(accountId), input: { endpointId: place.id } }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a message's webhooks say where they went", async () => {
  await updateEndpoint({
    actor: place.owner,
    input: { endpointId: place.id, wanted: { description: "Order system" } },
  });
  const [messageId = ""] = await endMessages(place.owner.accountId, 1);
  await settled(place, 1, "delivered");
  const [delivery] = await deliveriesOf(place);
  const listed = await listMessageDeliveries({
    actor: operatorOf(place.owner.accountId),
    input: { messageId: publicId("msg", messageId) },
  });
  expect(listed).toEqual([
    {
      ...delivery,
      url: receiver.url,
      description: "Order system",
      is_endpoint_deleted: false,
      is_callback: false,
    },
  ]);
});
