import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt } from "../core/ids";
import { cancelMessage } from "../messages/cancel-message";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { recordMovement } from "./_record-movement";
import { alertLowBalances } from "./alert-low-balances";
import { getBalanceAlert } from "./get-balance-alert";
import { getSpending } from "./get-spending";
import { grantCredits } from "./grant-credits";
import { reverseCredits } from "./reverse-credits";
import { setBalanceAlert } from "./set-balance-alert";
import { topUpCredits } from "./top-up-credits";
import { watchBalances } from "./watch-balances";

let dropDatabase: () => Promise<void>;
let account: MintedAccount;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());
beforeEach(async () => {
  account = await mintAccount({ credits: 100 });
});

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

function send(fields: Record<string, unknown> = {}) {
  const { accountId } = account;
  return sendMessage({ actor: operatorOf(accountId), input: { ...wire, ...fields } });
}

const dayMs = 86_400_000;
const tomorrow = () => new Date(Date.now() + dayMs).toISOString();

/** An account whose first message, of one credit, was sent so many days ago; its credits came just before. */
async function usedSince(days: number, credits: number): Promise<void> {
  account = await mintAccount({ credits: 0 });
  const { accountId } = account;
  const firstMs = Date.now() - days * dayMs - 60_000;
  const granted = { id: firstIdAt(firstMs - 60_000), kind: "grant", against: "granted" } as const;
  const charged = { id: firstIdAt(firstMs), kind: "charge", against: "spent" } as const;
  await recordMovement({ accountId, note: null, ...granted, gain: credits + 1 }, db());
  await recordMovement({ accountId, note: null, ...charged, gain: -1 }, db());
}

describe("the rate of spending", () => {
  test("is what the last seven days cost, net of refunded messages", async () => {
    await usedSince(30, 100);
    const { accountId } = account;
    expect(await getSpending(accountId)).toEqual({ spent: 0, days: 7, daysLeft: null });
    for (let times = 0; times < 14; times += 1) await send();
    const { accepted } = await send({ scheduled_at: tomorrow() });
    await cancelMessage({
      actor: operatorOf(accountId),
      input: { messageId: String(accepted.message_id) },
    });
    await grantCredits({ accountId, credits: 14, note: "More" });
    // 100 left, two per day.
    expect(await getSpending(accountId)).toEqual({ spent: 14, days: 7, daysLeft: 50 });
  });

  test("counts a purchase from when it was paid, though its checkout was opened before those days", async () => {
    await usedSince(30, 90);
    const { accountId } = account;
    const paymentId = firstIdAt(Date.now() - 7 * dayMs - 3_600_000);
    await topUpCredits({ accountId, paymentId, credits: 1000 }, db());
    for (let times = 0; times < 14; times += 1) await send();
    expect(await getSpending(accountId)).toEqual({ spent: 14, days: 7, daysLeft: 538 });
  });

  test("does not count credits taken back for a refunded payment as spent", async () => {
    await usedSince(30, 100);
    const { accountId } = account;
    await send();
    await db().transaction((tx) => reverseCredits({ accountId, credits: 50 }, tx));
    expect(await getSpending(accountId)).toMatchObject({ spent: 1 });
  });

  test("claims nothing about an account that used 300 of 1,000 credits on its first day", async () => {
    account = await mintAccount({ credits: 1000 });
    for (let times = 0; times < 30; times += 1) await send({ body: "ą".repeat(670) });
    expect(await getSpending(account.accountId)).toEqual({ spent: 300, days: 0, daysLeft: null });
  });

  // 12 credits in all, 88 left; the first is outside the last seven days of an account of 8.
  test.each([
    [2, { spent: 12, days: 2, daysLeft: null }],
    [3, { spent: 12, days: 3, daysLeft: 22 }],
    [5, { spent: 12, days: 5, daysLeft: 36 }],
    [8, { spent: 11, days: 7, daysLeft: 56 }],
  ])("is over the days there were: %i days after the first message, %j", async (age, spending) => {
    await usedSince(age, 99);
    for (let times = 0; times < 11; times += 1) await send();
    expect(await getSpending(account.accountId)).toEqual(spending);
  });
});

describe("a warning of low credits", () => {
  const alert = () => getBalanceAlert(account.accountId);
  const toldNow = async () =>
    (await alertLowBalances()).filter(({ accountId }) => accountId === account.accountId);
  const rewind = (hours: number) =>
    db().execute(sql`
      update ${balanceAlerts} set told_at = told_at - make_interval(hours => ${hours}),
        low_since = low_since - make_interval(hours => ${hours})
      where account_id = ${account.accountId}`);
  const setCredits = (credits: number) =>
    db().execute(sql`update ${accounts} set credits = ${credits} where id = ${account.accountId}`);

  test("is off until it is asked for, and holds from the moment it is", async () => {
    const { accountId } = account;
    await watchBalances();
    expect(await alert()).toEqual({ belowCredits: null, belowDays: null, lowSince: null });
    await setBalanceAlert(accountId, { below_credits: "101", below_days: "" });
    expect(await alert()).toMatchObject({ belowCredits: 101, lowSince: expect.any(Date) });
    await setBalanceAlert(accountId, { below_credits: "100" });
    expect(await alert()).toMatchObject({ belowCredits: 100, lowSince: null });
  });

  test("is not claimed for an account with less than three days of use", async () => {
    await usedSince(2, 100);
    for (let times = 0; times < 50; times += 1) await send();
    await setBalanceAlert(account.accountId, { below_days: "300" });
    expect((await alert()).lowSince).toBeNull();
  });

  test("comes when the credits do not last as many days as wanted", async () => {
    await usedSince(8, 100);
    const { accountId } = account;
    for (let times = 0; times < 50; times += 1) await send();
    // 50 left at 50 in seven days.
    await setBalanceAlert(accountId, { below_days: "7" });
    expect((await alert()).lowSince).toBeNull();
    await send();
    await watchBalances();
    expect((await alert()).lowSince).not.toBeNull();
  });

  test("is told once each time they become low, and not twice in 24 hours", async () => {
    await setBalanceAlert(account.accountId, { below_credits: "50" });
    expect(await toldNow()).toEqual([]);
    await setCredits(10);
    await watchBalances();
    const both = await Promise.all([toldNow(), toldNow()]);
    expect(both.flat()).toMatchObject([{ credits: 10 }]);
    expect(await toldNow()).toEqual([]);
    await setCredits(100);
    await watchBalances();
    expect((await alert()).lowSince).toBeNull();
    await setCredits(10);
    await watchBalances();
    expect(await toldNow()).toEqual([]);
    await rewind(25);
    await setCredits(100);
    await watchBalances();
    await setCredits(10);
    await watchBalances();
    expect(await toldNow()).toHaveLength(1);
    await rewind(48);
    expect(await toldNow()).toEqual([]);
  });

  test.each([{ below_credits: "0" }, { below_credits: "many" }, { below_days: "1.5" }])(
    "refuses %j beside its field",
    async (input) => {
      await expect(setBalanceAlert(account.accountId, input)).rejects.toMatchObject({
        code: "invalid_request",
        details: { fields: { [Object.keys(input)[0] ?? ""]: [expect.stringMatching(/^Enter /)] } },
      });
    },
  );
});
