import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { runAudit } from "../audit/run-audit";
import { db } from "../core/db";
import { firstIdAt, publicId } from "../core/ids";
import { cancelMessage } from "../messages/cancel-message";
import { listPaidMessages } from "../messages/list-paid-messages";
import { sendMessage } from "../messages/send-message";
import { watchMessages } from "../messages/watch-messages";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { recordMovement } from "./_record-movement";
import { alertLowBalances } from "./alert-low-balances";
import { exportMovements } from "./export-movements";
import { getBalanceAlert } from "./get-balance-alert";
import { getSpending } from "./get-spending";
import { grantCredits } from "./grant-credits";
import { listMovements } from "./list-movements";
import { setBalanceAlert } from "./set-balance-alert";
import { sumLedger } from "./sum-ledger";
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
  return sendMessage(
    { ...wire, ...fields },
    { accountId, tokenId: null, test: false, source: "api" },
  );
}

const dayMs = 86_400_000;
const tomorrow = () => new Date(Date.now() + dayMs).toISOString();

describe("the ledger", () => {
  test("adds up line by line, also when movements come at the same moment", async () => {
    const { accountId } = account;
    const give = (credits: number) => grantCredits({ accountId, credits, note: "More" });
    const sends = Array.from({ length: 20 }, () => send({ scheduled_at: tomorrow() }));
    const [[first]] = await Promise.all([Promise.all(sends), give(5), give(6)]);
    await cancelMessage({ accountId }, String(first?.accepted.message_id), "api");
    const { movements } = await listMovements(accountId, {}, 100);
    const oldestFirst = movements.toReversed();
    let balance = 0;
    for (const [place, movement] of oldestFirst.entries()) {
      balance += movement.amount;
      expect(movement).toMatchObject({ number: place + 1, balance });
    }
    expect(balance).toBe(100 - 20 + 11 + 1);
    const sum = await sumLedger(accountId);
    expect(sum).toMatchObject({ balance, total: balance });
    expect(sum.byKind).toEqual({ grant: 111, topup: 0, charge: -20, refund: 1 });
    expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  });

  test("is read in pages without a gap, by kind and by day", async () => {
    const { accountId } = account;
    for (let credits = 1; credits <= 5; credits += 1) {
      await grantCredits({ accountId, credits, note: "More" });
    }
    await send();
    const numbers: number[] = [];
    let before: number | undefined;
    do {
      const { movements, next } = await listMovements(accountId, { before }, 2);
      numbers.push(...movements.map(({ number }) => number));
      before = next ?? undefined;
    } while (before !== undefined);
    expect(numbers).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const charges = await listMovements(accountId, { kind: "charge" }, 10);
    expect(charges.movements).toMatchObject([{ amount: -1, balance: 114 }]);
    const today = new Date().toISOString().slice(0, 10);
    const found = await listMovements(accountId, { since: today, until: today }, 10);
    expect(found.movements).toHaveLength(7);
    expect((await listMovements(accountId, { until: "2020-01-01" }, 10)).movements).toEqual([]);
    expect((await listMovements(accountId, { since: "2999-01-01" }, 10)).movements).toEqual([]);
  });

  test("has a purchase on the day it was paid, however long before its checkout was opened", async () => {
    const { accountId } = account;
    const paymentId = firstIdAt(Date.now() - 3 * dayMs);
    await topUpCredits({ accountId, paymentId, credits: 500 }, db());
    const today = new Date().toISOString().slice(0, 10);
    const { movements } = await listMovements(accountId, { since: today }, 10);
    expect(movements.map(({ kind }) => kind)).toEqual(["topup", "grant"]);
    const csv = await new Response(exportMovements(accountId, { kind: "topup" })).text();
    expect(csv).toContain(`,topup,500,600,Paid online,${publicId("pay", paymentId)}\r\n`);
    const before = { until: new Date(Date.now() - dayMs).toISOString().slice(0, 10) };
    expect((await listMovements(accountId, before, 10)).movements).toEqual([]);
  });

  test("names the messages that were paid for and given back", async () => {
    const { accountId } = account;
    const { accepted } = await send({ scheduled_at: tomorrow() });
    await cancelMessage({ accountId }, String(accepted.message_id), "api");
    const { movements } = await listMovements(accountId, {}, 10);
    const paid = await listPaidMessages(accountId, movements);
    expect(movements.map(({ id, kind }) => [kind, paid.get(id)])).toEqual([
      ["refund", { count: 1, messageIds: [accepted.message_id] }],
      ["charge", { count: 1, messageIds: [accepted.message_id] }],
      ["grant", undefined],
    ]);
  });

  test("is exported with amounts a spreadsheet can sum", async () => {
    await send();
    const csv = await new Response(exportMovements(account.accountId, {})).text();
    expect(csv.split("\r\n")[1]).toMatch(/^2,[^,]+,charge,-1,99,/);
  });

  test("is exported whole, and no note becomes a formula", async () => {
    const { accountId } = account;
    await grantCredits({ accountId, credits: 5, note: '=HYPERLINK("x")' });
    const csv = await new Response(exportMovements(accountId, {})).text();
    expect(csv.split("\r\n").map((line) => line.replace(/\d{4}-.*Z/, "time"))).toEqual([
      // The byte order mark is eaten by the decoder.
      "number,time,kind,credits,balance,note,payment",
      `2,time,grant,5,105,"'=HYPERLINK(""x"")",`,
      "1,time,grant,100,100,Welcome credits,",
      "",
    ]);
  });

  test("is exported in numbers that a spreadsheet adds up, those spent too", async () => {
    await send();
    const csv = await new Response(exportMovements(account.accountId, { kind: "charge" })).text();
    expect(csv.split("\r\n")[1]).toMatch(/^2,[^,]+,charge,-1,99,,$/);
  });
});

test("credits given by the administrator show up at once in open pages", async () => {
  const { accountId } = account;
  const told: unknown[] = [];
  const stop = await watchMessages(accountId, (event) => told.push(event));
  await grantCredits({ accountId, credits: 900, note: "Invoice 17" });
  await expect.poll(() => told).toContainEqual({ kind: "balance", credits: 1000 });
  expect(told).not.toContainEqual(expect.objectContaining({ kind: "messages" }));
  stop();
});

const foundedDaysAgo = (days: number) =>
  db().execute(sql`
    update ${accounts} set created_at = now() - make_interval(days => ${days}) + interval '1 minute'
    where id = ${account.accountId}`);

describe("the rate of spending", () => {
  test("is what the last seven days cost, refunds taken off", async () => {
    const { accountId } = account;
    await foundedDaysAgo(30);
    expect(await getSpending(accountId)).toEqual({ spent: 0, daysLeft: null });
    for (let times = 0; times < 14; times += 1) await send();
    const { accepted } = await send({ scheduled_at: tomorrow() });
    await cancelMessage({ accountId }, String(accepted.message_id), "api");
    await grantCredits({ accountId, credits: 14, note: "More" });
    // 100 left, two a day.
    expect(await getSpending(accountId)).toEqual({ spent: 14, daysLeft: 50 });
  });

  test("counts a purchase when it was paid, though its checkout was opened before those days", async () => {
    account = await mintAccount({ credits: 0 });
    const { accountId } = account;
    await foundedDaysAgo(30);
    const weekAgoMs = Date.now() - 7 * dayMs;
    const early = { accountId, note: null };
    await recordMovement(
      { ...early, id: firstIdAt(weekAgoMs - dayMs), kind: "grant", gain: 100, against: "granted" },
      db(),
    );
    await recordMovement(
      { ...early, id: firstIdAt(weekAgoMs - 60_000), kind: "charge", gain: -10, against: "spent" },
      db(),
    );
    const paymentId = firstIdAt(weekAgoMs - 3_600_000);
    await topUpCredits({ accountId, paymentId, credits: 1000 }, db());
    for (let times = 0; times < 14; times += 1) await send();
    expect(await getSpending(accountId)).toEqual({ spent: 14, daysLeft: 538 });
  });

  test.each([
    [1, 4],
    [3, 14],
  ])("is that of its own days when it is only %i old", async (age, daysLeft) => {
    await foundedDaysAgo(age);
    for (let times = 0; times < 17; times += 1) await send();
    expect(await getSpending(account.accountId)).toEqual({ spent: 17, daysLeft });
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

  test("comes when the credits do not last as many days as wanted", async () => {
    const { accountId } = account;
    await foundedDaysAgo(8);
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
        details: { fields: { [Object.keys(input)[0] ?? ""]: [expect.stringMatching(/^Give /)] } },
      });
    },
  );
});
