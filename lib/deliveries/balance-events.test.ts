import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { warnLowBalances } from "../accounts/warn-low-balances";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { grantCredits } from "../credits/grant-credits";
import { setBalanceAlert } from "../credits/set-balance-alert";
import { sendBatch } from "../sending/send-batch";
import { mintAccount } from "../testing/mint-account";
import { useDeliverer } from "../testing/use-deliverer";
import { eventSchema } from "../webhooks/contract";
import { createEndpoint } from "../webhooks/create-endpoint";
import { sendTestEvent } from "../webhooks/send-test-event";
import { enqueueLowBalance } from "./enqueue-low-balance";
import { listDeliveries } from "./list-deliveries";

const stage = useDeliverer();
const warn = () => warnLowBalances(enqueueLowBalance);

async function alerted(credits: number) {
  const { accountId } = await mintAccount({ credits });
  const actor = operatorOf(accountId, "live");
  await setBalanceAlert({ actor, input: { below_credits: "20" } });
  const spend = (messages: number) => {
    const wire = { from: "Shop", to: "48732129000", body: "Hello" };
    return sendBatch({ actor, input: { messages: Array.from({ length: messages }, () => wire) } });
  };
  return { accountId, actor, spend };
}

test("balance.low is posted once each time the balance becomes low, at most every 24 hours, with where to top up", async () => {
  const receiver = await stage.receive();
  const { accountId, actor, spend } = await alerted(25);
  const events = ["balance.low"];
  const { id: endpointId } = await createEndpoint({ actor, input: { url: receiver.url, events } });
  const test = operatorOf(accountId, "test");
  await createEndpoint({ actor: test, input: { url: `${receiver.url}/test`, events } });
  expect(await warn()).toBe(0);
  await spend(6);
  expect(await Promise.all([warn(), warn()]).then(([one, other]) => one + other)).toBe(1);
  await expect.poll(() => receiver.requests).toHaveLength(1);
  const body = JSON.parse(receiver.requests[0]?.body ?? "");
  expect(eventSchema("balance.low").strict().parse(body)).toMatchObject({
    ...{ event: "balance.low", balance: 19, threshold: 20, threshold_days: null, test: false },
    topup_url: expect.stringMatching(/\/credits$/),
  });
  const list = async () => (await listDeliveries({ actor, input: { endpointId, query: {} } })).data;
  await expect
    .poll(list)
    .toMatchObject([{ event: "balance.low", message_id: null, status: "delivered" }]);
  // Low again within a day: nobody is told. After it: once.
  await grantCredits({ actor, input: { credits: 10, note: "Gift" } });
  await warn();
  await spend(10);
  expect(await warn()).toBe(0);
  await db().execute(sql`
    update balance_alerts set told_at = told_at - interval '25 hours' where account_id = ${accountId}`);
  expect(await warn()).toBe(1);
  expect(await warn()).toBe(0);
  await expect.poll(() => receiver.requests).toHaveLength(2);
});

test("a test event of balance.low has its shape, and says that it is one", async () => {
  const receiver = await stage.receive();
  const { actor } = await alerted(25);
  const { id: endpointId } = await createEndpoint({ actor, input: { url: receiver.url } });
  const wanted = { event: "balance.low" };
  const { request } = await sendTestEvent({ actor, input: { endpointId, wanted } });
  expect(eventSchema("balance.low").strict().parse(JSON.parse(request.body))).toMatchObject({
    test: true,
  });
});
