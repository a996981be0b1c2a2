import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { cancelMessage } from "../messages/cancel-message";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
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
