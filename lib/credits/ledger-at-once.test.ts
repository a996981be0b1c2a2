import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { db, type Tx } from "../core/db";
import { newId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { chargeClauses } from "./charge-clauses";
import { getBalance } from "./get-balance";
import { grantCredits } from "./grant-credits";
import { listMovements } from "./list-movements";
import { refundCredits } from "./refund-credits";
import { reverseCredits } from "./reverse-credits";
import { sumLedger } from "./sum-ledger";
import { topUpCredits } from "./top-up-credits";

let drop: () => Promise<void> = async () => undefined;
let accountId = "";
const owner = (id = accountId) => operatorOf(id);
beforeAll(async () => {
  drop = await useOwnDatabase();
});
afterAll(() => drop());
beforeEach(async () => {
  accountId = (await mintAccount({ credits: 50 })).accountId;
});

type Kind = "grant" | "charge" | "refund" | "topup" | "reversal" | "failed reversal";

async function charge(credits: number, tx: Tx): Promise<boolean> {
  const clauses = chargeClauses({ accountId, id: newId(), credits });
  return (await tx.execute(sql`with ${clauses} select credits from moved`)).length > 0;
}

const moves: Record<Kind, (credits: number, tx: Tx) => Promise<unknown>> = {
  grant: (credits, tx) => grantCredits({ actor: owner(), input: { credits, note: "x" }, tx }),
  charge,
  refund: (credits, tx) => refundCredits({ accountId, credits, note: "x" }, tx),
  topup: (credits, tx) => topUpCredits({ accountId, paymentId: newId(), credits }, tx),
  reversal: (credits, tx) => reverseCredits({ accountId, credits }, tx),
  "failed reversal": (credits, tx) => reverseCredits({ accountId, credits: -credits }, tx),
};

/** One movement in a transaction of its own, which may not come to its end. */
async function make(kind: Kind, credits: number, isUndone = false): Promise<void> {
  const work = db().transaction(async (tx) => {
    await moves[kind](credits, tx);
    if (isUndone) throw new Error("undone");
  });
  await work.catch((error: Error) => {
    if (error.message !== "undone") throw error;
  });
}

async function allMovements() {
  const { movements } = await listMovements({ actor: owner(), input: { query: {}, limit: 1000 } });
  return movements.toReversed();
}

const books = [
  ...["balance_is_ledger", "movements_balance", "balances_follow", "no_debt"],
  "totals_are_ledger",
];

/** What the audit finds wrong with the books alone: these accounts have charges without messages. */
async function brokenBooks(): Promise<string[]> {
  const findings = (await runAudit()).filter(({ name }) => books.includes(name));
  expect(findings).toHaveLength(books.length);
  return findings.filter(({ breaches }) => breaches > 0).map(({ name }) => name);
}

const movement = fc.record({
  kind: fc.constantFrom<Kind>(...(Object.keys(moves) as Kind[])),
  credits: fc.integer({ min: 1, max: 60 }),
  isUndone: fc.boolean(),
});

describe("movements of one account at the same moment, some of them undone", () => {
  test("leave a ledger without a gap, in which each line is the one before plus its amount", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(movement, { minLength: 5, maxLength: 12 }), async (list) => {
        await Promise.all(list.map(({ kind, credits, isUndone }) => make(kind, credits, isUndone)));
        const movements = await allMovements();
        let balance = 0;
        for (const [place, each] of movements.entries()) {
          balance += each.amount;
          expect(each.number).toBe(place + 1);
          expect(each.balance).toBe(balance);
          expect(each.balance).toBeGreaterThanOrEqual(0);
        }
        expect(await getBalance({ actor: owner() })).toBe(balance);
        const sum = await sumLedger({ actor: owner() });
        expect([sum.balance, sum.total]).toEqual([balance, balance]);
        expect(sum.owed).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 12 },
    );
    expect(await brokenBooks()).toEqual([]);
  });

  test("never spend more than there is: of twenty that want seven of fifty credits, seven get them", async () => {
    const charges = Array.from({ length: 20 }, () => db().transaction((tx) => charge(7, tx)));
    const paid = (await Promise.all(charges)).filter(Boolean);
    expect(paid).toHaveLength(7);
    expect(await getBalance({ actor: owner() })).toBe(1);
  });
});

describe("a payment", () => {
  test("is credited once, however often it is reported, also at the same moment", async () => {
    const paymentId = newId();
    const report = () =>
      db().transaction((tx) => topUpCredits({ accountId, paymentId, credits: 30 }, tx));
    const outcomes = await Promise.allSettled([report(), report(), report()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await getBalance({ actor: owner() })).toBe(80);
  });

  test("that is refunded after it was spent leaves a debt, which the next credits pay first", async () => {
    await make("charge", 40);
    await make("reversal", 30);
    expect(await sumLedger({ actor: owner() })).toMatchObject({ balance: 0, owed: 20 });
    await make("refund", 15);
    expect(await sumLedger({ actor: owner() })).toMatchObject({ balance: 0, owed: 5 });
    await make("topup", 30);
    expect(await sumLedger({ actor: owner() })).toMatchObject({ balance: 25, owed: 0 });
  });

  test("whose refund failed is the customer's again to the last credit, with or without a debt", async () => {
    for (const spent of [20, 50]) {
      accountId = (await mintAccount({ credits: 50 })).accountId;
      await make("charge", spent);
      await make("reversal", 30);
      await make("failed reversal", 30);
      expect(await sumLedger({ actor: owner() })).toMatchObject({ balance: 50 - spent, owed: 0 });
    }
  });
});

describe("a grant", () => {
  test("of no whole number of credits, or of too many, is refused and moves nothing", async () => {
    const wrong = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000_001, 2 ** 53];
    for (const credits of wrong) {
      await expect(
        grantCredits({ actor: owner(), input: { credits, note: "x" } }),
      ).rejects.toMatchObject({
        code: "invalid_request",
      });
    }
    expect(await allMovements()).toHaveLength(1);
  });

  test("to an account that does not exist is refused and leaves no line behind", async () => {
    const nobody = newId();
    await expect(
      grantCredits({ actor: owner(nobody), input: { credits: 5, note: "x" } }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    const rows = await db().select().from(ledgerTransactions).where(sql`account_id = ${nobody}`);
    expect(rows).toEqual([]);
  });

  test("of the most there may be, many times over, is counted exactly", async () => {
    for (let time = 0; time < 5; time += 1) await make("grant", 1_000_000_000);
    await make("charge", 1);
    expect(await getBalance({ actor: owner() })).toBe(5_000_000_049);
    expect(await sumLedger({ actor: owner() })).toMatchObject({ total: 5_000_000_049 });
  });
});
