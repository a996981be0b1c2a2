import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sumSpenders } from "../message-log/sum-spenders";
import { cancelMessage } from "../messages/cancel-message";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { authenticateToken } from "../tokens/authenticate-token";
import { foldDeltas } from "../traffic/fold-deltas";
import { getCosts } from "./get-costs";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const month = new Date().toISOString().slice(0, 7);
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

test("a month costs its credits, net of refunds, at the rate they reach, and the balance has that rate", async () => {
  const { accountId } = await mintAccount({ credits: 2000 });
  expect(await getCosts({ actor: operatorOf(accountId) })).toEqual({
    currency: "PLN",
    rateMicros: 120_000,
    months: [],
  });
  const actor = operatorOf(accountId);
  const wire = { from: "YourBrand", to: "48732129000", body: "ą".repeat(670) };
  for (let times = 0; times < 100; times += 1) await sendMessage({ actor, input: wire });
  const { accepted } = await sendMessage({ actor, input: { ...wire, scheduled_at: tomorrow() } });
  const dear = { month, credits: 1010, rateMicros: 105_000, netMicros: 106_050_000 };
  expect(await getCosts({ actor: operatorOf(accountId) })).toMatchObject({
    rateMicros: 105_000,
    months: [dear],
  });
  await cancelMessage({
    actor: operatorOf(accountId),
    input: { messageId: String(accepted.message_id) },
  });
  const cheap = { month, credits: 1000, rateMicros: 120_000, netMicros: 120_000_000 };
  expect(await getCosts({ actor: operatorOf(accountId) })).toMatchObject({
    rateMicros: 120_000,
    months: [cheap],
  });
});

test("a month's cost is told by sender and by token, without test messages and refunds", async () => {
  const { accountId, token, tokenId } = await mintAccount();
  const api = await authenticateToken(`Bearer ${token}`, null);
  const panel = operatorOf(accountId);
  const wire = { to: "48732129000", body: "a".repeat(161) };
  await sendMessage({ actor: api, input: { ...wire, from: "Shop" } });
  await sendMessage({ actor: panel, input: { ...wire, from: "Shop" } });
  await sendMessage({ actor: api, input: { ...wire, from: "Alerts", body: "Hello" } });
  await sendMessage({ actor: { ...api, mode: "test" }, input: { ...wire, from: "Alerts" } });
  const late = await sendMessage({
    actor: api,
    input: { ...wire, from: "Shop", scheduled_at: tomorrow() },
  });
  await cancelMessage({
    actor: operatorOf(accountId),
    input: { messageId: String(late.accepted.message_id) },
  });
  expect(await sumSpenders({ actor: operatorOf(accountId), input: { month } })).toEqual({
    senders: [
      { sender: "Shop", messages: 2, credits: 4 },
      { sender: "Alerts", messages: 1, credits: 1 },
    ],
    tokens: [
      { tokenId, messages: 2, credits: 3 },
      { tokenId: null, messages: 1, credits: 2 },
    ],
  });
  expect(await sumSpenders({ actor: operatorOf(accountId), input: { month: "2020-01" } })).toEqual({
    senders: [],
    tokens: [],
  });
});

test("what a sender cost follows new messages and refunds, and an unchanged month reads no message", async () => {
  const { accountId } = await mintAccount();
  const panel = operatorOf(accountId);
  const wire = { to: "48732129000", body: "Hello", from: "Shop" };
  const costs = async () =>
    (await sumSpenders({ actor: operatorOf(accountId), input: { month } })).senders;
  const late = await sendMessage({ actor: panel, input: { ...wire, scheduled_at: tomorrow() } });
  expect(await costs()).toEqual([{ sender: "Shop", messages: 1, credits: 1 }]);
  await sendMessage({ actor: panel, input: wire });
  expect(await Promise.all([costs(), costs()])).toEqual(
    Array(2).fill([{ sender: "Shop", messages: 2, credits: 2 }]),
  );
  await foldDeltas();
  await cancelMessage({
    actor: operatorOf(accountId),
    input: { messageId: String(late.accepted.message_id) },
  });
  expect(await costs()).toEqual([{ sender: "Shop", messages: 1, credits: 1 }]);
  // Reading messages would wait for this lock.
  await db().transaction(async (tx) => {
    await tx.execute(sql`lock table messages in access exclusive mode`);
    expect(await costs()).toEqual([{ sender: "Shop", messages: 1, credits: 1 }]);
  });
});
