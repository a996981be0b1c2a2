import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt, publicId } from "../core/ids";
import { dayOf, laterDay } from "../core/time-zone";
import { listPaidMessages } from "../message-log/list-paid-messages";
import { cancelMessage } from "../messages/cancel-message";
import { watchMessages } from "../messages/watch-messages";
import { valueMovements } from "../payments/value-movements";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import type { MovementQuery } from "./contract";
import { exportMovements } from "./export-movements";
import { grantCredits } from "./grant-credits";
import { type CreditMovement, listMovements } from "./list-movements";
import { sumLedger } from "./sum-ledger";
import { topUpCredits } from "./top-up-credits";

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

function csvOf(accountId: string, query: MovementQuery): Promise<string> {
  const actor = operatorOf(accountId);
  const worthOf = (movements: CreditMovement[]) => valueMovements({ actor, input: { movements } });
  return new Response(exportMovements({ actor, input: { query }, worthOf })).text();
}

const dayMs = 86_400_000;
const tomorrow = () => new Date(Date.now() + dayMs).toISOString();

describe("the ledger", () => {
  test("adds up line by line, also when movements come at the same moment", async () => {
    const { accountId } = account;
    const give = (credits: number) =>
      grantCredits({ actor: operatorOf(accountId), input: { credits, note: "More" } });
    const sends = Array.from({ length: 20 }, () => send({ scheduled_at: tomorrow() }));
    const [[first]] = await Promise.all([Promise.all(sends), give(5), give(6)]);
    await cancelMessage({
      actor: operatorOf(accountId),
      input: { messageId: String(first?.accepted.message_id) },
    });
    const { movements } = await listMovements({
      actor: operatorOf(accountId),
      input: { query: {}, limit: 100 },
    });
    const oldestFirst = movements.toReversed();
    let balance = 0;
    for (const [place, movement] of oldestFirst.entries()) {
      balance += movement.amount;
      expect(movement).toMatchObject({ number: place + 1, balance });
    }
    expect(balance).toBe(100 - 20 + 11 + 1);
    const sum = await sumLedger({ actor: operatorOf(accountId) });
    expect(sum).toMatchObject({ balance, total: balance });
    expect(sum.byKind).toEqual({ grant: 111, topup: 0, charge: -20, refund: 1, reversal: 0 });
    expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  });

  test("has kept totals: adding it up reads none of its transactions", async () => {
    const { accountId } = account;
    await send();
    await db().transaction(async (tx) => {
      await tx.execute(sql`lock table ledger_transactions in access exclusive mode`);
      expect(await sumLedger({ actor: operatorOf(accountId) })).toMatchObject({
        balance: 99,
        total: 99,
      });
    });
  });

  test("is read in pages without a gap, by kind and by day", async () => {
    const { accountId } = account;
    for (let credits = 1; credits <= 5; credits += 1) {
      await grantCredits({ actor: operatorOf(accountId), input: { credits, note: "More" } });
    }
    await send();
    const numbers: number[] = [];
    let before: number | undefined;
    do {
      const { movements, next } = await listMovements({
        actor: operatorOf(accountId),
        input: { query: { before }, limit: 2 },
      });
      numbers.push(...movements.map(({ number }) => number));
      before = next ?? undefined;
    } while (before !== undefined);
    expect(numbers).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const charges = await listMovements({
      actor: operatorOf(accountId),
      input: { query: { kind: "charge" }, limit: 10 },
    });
    expect(charges.movements).toMatchObject([{ amount: -1, balance: 114 }]);
    const today = new Date().toISOString().slice(0, 10);
    const found = await listMovements({
      actor: operatorOf(accountId),
      input: { query: { since: today, until: today }, limit: 10 },
    });
    expect(found.movements).toHaveLength(7);
    expect(
      (
        await listMovements({
          actor: operatorOf(accountId),
          input: { query: { until: "2020-01-01" }, limit: 10 },
        })
      ).movements,
    ).toEqual([]);
    expect(
      (
        await listMovements({
          actor: operatorOf(accountId),
          input: { query: { since: "2999-01-01" }, limit: 10 },
        })
      ).movements,
    ).toEqual([]);
  });

  test("is filtered by the days of the reader's time zone, in the CSV, too", async () => {
    const { accountId } = account;
    // UTC+14 and UTC-11: they never have the same date.
    const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];
    for (const zone of zones) {
      const today = dayOf(new Date(), zone);
      const [query, later] = [today, laterDay(today, 1)].map((day) => ({ since: day, zone }));
      expect(
        (
          await listMovements({
            actor: operatorOf(accountId),
            input: { query: query ?? {}, limit: 10 },
          })
        ).movements,
      ).toHaveLength(1);
      expect(
        (
          await listMovements({
            actor: operatorOf(accountId),
            input: { query: later ?? {}, limit: 10 },
          })
        ).movements,
      ).toEqual([]);
      const earlier = { until: laterDay(today, -1), zone };
      expect(await csvOf(accountId, earlier)).not.toContain("grant");
    }
  });

  test("has a purchase on the day it was paid, however long before its checkout was opened", async () => {
    const { accountId } = account;
    const paymentId = firstIdAt(Date.now() - 3 * dayMs);
    await topUpCredits({ accountId, paymentId, credits: 500 }, db());
    const today = new Date().toISOString().slice(0, 10);
    const { movements } = await listMovements({
      actor: operatorOf(accountId),
      input: { query: { since: today }, limit: 10 },
    });
    expect(movements.map(({ kind }) => kind)).toEqual(["topup", "grant"]);
    const csv = await csvOf(accountId, { kind: "topup" });
    expect(csv).toContain(`,topup,500,600,Paid online,${publicId("pay", paymentId)},60,PLN\r\n`);
    const before = { until: new Date(Date.now() - dayMs).toISOString().slice(0, 10) };
    expect(
      (await listMovements({ actor: operatorOf(accountId), input: { query: before, limit: 10 } }))
        .movements,
    ).toEqual([]);
  });

  test("names the messages that were paid for and given back", async () => {
    const { accountId } = account;
    const { accepted } = await send({ scheduled_at: tomorrow() });
    await cancelMessage({
      actor: operatorOf(accountId),
      input: { messageId: String(accepted.message_id) },
    });
    const { movements } = await listMovements({
      actor: operatorOf(accountId),
      input: { query: {}, limit: 10 },
    });
    const paid = await listPaidMessages({ actor: operatorOf(accountId), input: { movements } });
    expect(movements.map(({ id, kind }) => [kind, paid.get(id)])).toEqual([
      ["refund", { count: 1, messageIds: [accepted.message_id] }],
      ["charge", { count: 1, messageIds: [accepted.message_id] }],
      ["grant", undefined],
    ]);
  });

  test("is exported with amounts a spreadsheet can sum", async () => {
    await send();
    const csv = await csvOf(account.accountId, {});
    expect(csv.split("\r\n")[1]).toMatch(/^2,[^,]+,charge,-1,99,/);
  });

  test("is exported whole, and no note becomes a formula", async () => {
    const { accountId } = account;
    await grantCredits({
      actor: operatorOf(accountId),
      input: { credits: 5, note: '=HYPERLINK("x")' },
    });
    const csv = await csvOf(accountId, {});
    expect(csv.split("\r\n").map((line) => line.replace(/\d{4}-.*Z/, "time"))).toEqual([
      // The byte order mark is eaten by the decoder.
      "number,time,kind,credits,balance,note,payment,net,currency",
      `2,time,grant,5,105,"'=HYPERLINK(""x"")",,0.6,PLN`,
      "1,time,grant,100,100,Welcome credits,,12,PLN",
      "",
    ]);
  });

  test("is exported in numbers that a spreadsheet adds up, those spent too", async () => {
    await send();
    const csv = await csvOf(account.accountId, { kind: "charge" });
    expect(csv.split("\r\n")[1]).toMatch(/^2,[^,]+,charge,-1,99,,,-0\.12,PLN$/);
  });
});

test("credits given by the administrator show up at once in open pages", async () => {
  const { accountId } = account;
  const told: unknown[] = [];
  const stop = await watchMessages(accountId, (event) => told.push(event));
  await grantCredits({ actor: operatorOf(accountId), input: { credits: 900, note: "Invoice 17" } });
  await expect.poll(() => told).toContainEqual({ kind: "balance", credits: 1000 });
  expect(told).not.toContainEqual(expect.objectContaining({ kind: "messages" }));
  stop();
});
