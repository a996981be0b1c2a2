import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { addUpAccount } from "../costs/add-up-account";
import { getBalance } from "../credits/get-balance";
import { grantCredits } from "../credits/grant-credits";
import { cancelMessage } from "../messages/cancel-message";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { readPdf } from "../testing/read-pdf";
import { useOwnDatabase } from "../testing/use-own-database";
import { exportStatement } from "./export-statement";
import { getStatement } from "./get-statement";
import { listStatements } from "./list-statements";
import { statementWords } from "./words";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const thisMonth = new Date().toISOString().slice(0, 7);
const kinds = ["grant", "topup", "charge", "refund", "reversal"] as const;
const against = {
  grant: "granted",
  topup: "paid",
  charge: "spent",
  refund: "refunded",
  reversal: "paid",
};

function monthsAgo(months: number, day = 1, hour = 0): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, day, hour));
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

interface Past {
  kind: (typeof kinds)[number];
  gain: number;
  at: Date;
}

/** Writes transactions of past months, as releases wrote them then: the ledger, its totals, and the balance. */
async function writePast(accountId: string, past: Past[]): Promise<void> {
  await db().transaction(async (tx) => {
    for (const { kind, gain, at } of past) {
      await tx.execute(sql`
        with moved as (
          update accounts set credits = credits + ${gain}, movements = movements + 1
          where id = ${accountId} returning credits, movements
        ), recorded as (
          insert into ledger_transactions (account_id, id, number, kind, gain, against, note, balance, created_at)
          select ${accountId}::uuid, ${newId(at.getTime())}::uuid, movements, ${kind}, ${gain}::bigint, ${against[kind]},
            'Note', credits, ${at.toISOString()}::timestamptz from moved
        )
        insert into ledger_totals as kept (account_id, month, kind, credits)
        values (${accountId}::uuid, ${`${at.toISOString().slice(0, 7)}-01`}::date, ${kind}, ${gain}::bigint)
        on conflict (account_id, month, kind) do update set credits = kept.credits + excluded.credits`);
    }
  });
}

function randomPast(roll: (sides: number) => number): Past[] {
  return Array.from({ length: 80 }, (_, at) => {
    const kind = kinds[roll(kinds.length)] ?? "grant";
    const sign = kind === "charge" || kind === "reversal" ? -1 : 1;
    // Month by month, also at its very first and last moments.
    const month = 5 - Math.floor(at / 16);
    const moments = [monthsAgo(month), new Date(monthsAgo(month - 1).getTime() - 1)];
    const when = moments[at % 16] ?? monthsAgo(month, 2 + (at % 16));
    return { kind, gain: sign * (1 + roll(500)), at: when };
  });
}

async function spendNow(actor: Actor): Promise<void> {
  const wire = { from: "Shop", to: "48732129000", body: "Hello" };
  for (let times = 0; times < 3; times += 1) await sendMessage({ actor, input: wire });
  await sendMessage({ actor, input: { ...wire, from: "Alerts", body: "a".repeat(161) } });
  const scheduled_at = new Date(Date.now() + 86_400_000).toISOString();
  const { accepted } = await sendMessage({ actor, input: { ...wire, scheduled_at } });
  await cancelMessage({ actor, input: { messageId: String(accepted.message_id) } });
}

async function fileOf(actor: Actor, month: string, format: "csv" | "pdf"): Promise<Uint8Array> {
  const stream = await exportStatement({ actor, input: { month, format } });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function csvOf(actor: Actor, month: string) {
  const text = new TextDecoder().decode(await fileOf(actor, month, "csv"));
  const [heading = "", ...lines] = text.trim().split("\r\n");
  expect(heading).toBe("type,time,name,note,messages,credits,balance");
  return lines.map((line) => {
    const [type = "", time, name, note, messages, credits, balance] = line.split(",");
    return { type, time, name, note, messages, credits: Number(credits), balance: Number(balance) };
  });
}

/** What the ledger itself says of a month, added up from its transactions. */
async function ledgerOf(accountId: string, month: string) {
  const rows = await db().execute<{ kind: string; credits: string }>(sql`
    select kind, sum(gain) as credits from ledger_transactions
    where account_id = ${accountId} and to_char(created_at at time zone 'UTC', 'YYYY-MM') = ${month} group by 1`);
  return Object.fromEntries(rows.map(({ kind, credits }) => [kind, Number(credits)]));
}

test("for any mix of transactions, opening and lines are closing, closing is the next opening, and the last one is the balance", async () => {
  for (const seed of [1, 20_260_515]) {
    const { accountId } = await mintAccount({ credits: 5000 });
    const actor = operatorOf(accountId);
    await writePast(accountId, randomPast(dice(seed)));
    await spendNow(actor);
    const statements = await listStatements({ actor });
    expect(statements.map(({ month }) => month)).toEqual(
      [0, 1, 2, 3, 4, 5].map((ago) => monthsAgo(ago).toISOString().slice(0, 7)),
    );
    let expected = 0;
    for (const { month, opening, gained, spent, closing } of statements.toReversed()) {
      const lines = await csvOf(actor, month);
      const sums = lines.reduce<Record<string, number>>((all, { type, credits }) => {
        if (credits !== 0) all[type] = (all[type] ?? 0) + credits;
        return all;
      }, {});
      expect([lines[0]?.type, lines[0]?.balance]).toEqual(["opening", expected]);
      expect(opening).toBe(expected);
      expect(sums).toEqual(await ledgerOf(accountId, month));
      expected += Object.values(sums).reduce((all, each) => all + each, 0);
      expect([lines.at(-1)?.type, lines.at(-1)?.balance]).toEqual(["closing", expected]);
      expect([closing, opening + gained - spent]).toEqual([expected, expected]);
    }
    expect(expected).toBe(await getBalance({ actor }));
  }
});

test.each(["en", "pl"] as const)(
  "the PDF file in %s says what the ledger says",
  async (language) => {
    const { accountId } = await mintAccount({ credits: 12_000 });
    const note = "Zażółć gęślą jaźń ŁÓDŹ – Ďáblův €";
    await grantCredits({ actor: operatorOf(accountId), input: { credits: 7, note } });
    await grantCredits({
      actor: operatorOf(accountId),
      input: { credits: 8, note: "Ґанок, Ωμέγα" },
    });
    await spendNow(operatorOf(accountId));
    const actor = { ...operatorOf(accountId), language };
    const words = statementWords[language];
    const text = await readPdf(await fileOf(actor, thisMonth, "pdf"));
    const said = (name: string, figure: string) => `${name} ${figure}`.replaceAll(/\s+/g, " ");
    expect(text).toContain(words.title);
    expect(text).toContain(note);
    expect(text).toContain("Ґанок, Ωμέγα");
    expect(text).toContain(said(words.opening, "0"));
    expect(text).toContain(said(words.kinds.grant, words.signed(12_015)));
    expect(text).toContain(said(words.kinds.charge, words.signed(-6)));
    expect(text).toContain(said(words.kinds.refund, words.signed(1)));
    expect(text).toContain(said(words.closing, words.number(12_010)));
    expect(text).toContain("Shop 4 4 1 −3");
    expect(text).toContain("Alerts 1 2 0 −2");
    expect(text).toContain(words.unfinished);
    expect(12_010).toBe(await getBalance({ actor }));
  },
);

test("a statement reads no message and no transaction of one", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  await spendNow(actor);
  await addUpAccount(accountId, 5000);
  const plan = await db().transaction(async (tx) => {
    // Reading messages would wait for this lock.
    await tx.execute(sql`lock table messages in access exclusive mode`);
    await getStatement({ actor, input: { maxRows: 10 } });
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute<{ "QUERY PLAN": string }>(sql`
      explain select id from ledger_transactions where account_id = ${accountId}
        and kind in ('grant', 'topup', 'reversal') and created_at >= now() - interval '30 days' order by id limit 10`);
  });
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("ledger_transactions_gains");
});

test("what is beyond the rows of a file is one line, and the sum stays the ledger's", async () => {
  const { accountId } = await mintAccount({ credits: 100 });
  const actor = operatorOf(accountId);
  for (const credits of [1, 2, 3]) await grantCredits({ actor, input: { credits, note: "More" } });
  await spendNow(actor);
  const statement = await getStatement({ actor, input: { maxRows: 1 } });
  expect(statement.gains).toMatchObject([{ kind: "grant", credits: 100 }]);
  expect(statement.furtherGains).toEqual({ grant: 6, topup: 0, reversal: 0 });
  expect(statement.senders.groups).toMatchObject([{ key: "Shop", charged: 4, refunded: 1 }]);
  expect(statement.senders.others).toMatchObject({ groups: 1, charged: 2 });
  expect(statement.rest).toEqual({ charged: 0, refunded: 0 });
});

test("credits whose messages are not known are in the statement, too", async () => {
  const { accountId } = await mintAccount({ credits: 100 });
  const actor = operatorOf(accountId);
  const at = monthsAgo(1, 5);
  await writePast(accountId, [{ kind: "charge", gain: -9, at }]);
  await addUpAccount(accountId, 5000);
  const month = at.toISOString().slice(0, 7);
  expect((await csvOf(actor, month)).slice(1, -1)).toMatchObject([
    { type: "charge", name: "unknown messages", credits: -9 },
  ]);
  expect(await getStatement({ actor, input: { month, maxRows: 10 } })).toMatchObject({
    rest: { charged: 9, refunded: 0 },
    isOver: true,
  });
});

test("a month before the first transaction, and one to come, have no statement", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  for (const month of [monthsAgo(1), monthsAgo(-1)].map((at) => at.toISOString().slice(0, 7))) {
    for (const format of ["csv", "pdf"] as const) {
      await expect(exportStatement({ actor, input: { month, format } })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  }
});
