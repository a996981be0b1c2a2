import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelCampaign } from "../campaigns/cancel-campaign";
import { feedCampaigns } from "../campaigns/feed-campaigns";
import { startCampaign } from "../campaigns/start-campaign";
import { operatorOf } from "../core/actor";
import { db, type Tx } from "../core/db";
import { firstIdAt } from "../core/ids";
import { chargeCredits } from "../credits/charge-credits";
import { cancelMessage } from "../messages/cancel-message";
import { addOptOut } from "../opt-outs/add-opt-out";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { untilWaitedFor } from "../testing/until-waited-for";
import { useOwnDatabase } from "../testing/use-own-database";
import { authenticateToken } from "../tokens/authenticate-token";
import { createToken } from "../tokens/create-token";
import { addUpNext } from "./_add-up-next";
import { stretchesOf } from "./_find-spent";
import { addUpAccount } from "./add-up-account";
import { addUpCosts } from "./add-up-costs";
import { costGroupings } from "./contract";
import { eraseCosts } from "./erase-costs";
import { exportCosts } from "./export-costs";
import { readMonths } from "./read-months";
import { sumCosts } from "./sum-costs";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const month = new Date().toISOString().slice(0, 7);
const months = { from: month, to: month };
const hourMs = 3_600_000;
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const countries = ["48732129000", "447400123456", "4915112345678", "12125550123", "14165550123"];

function sum(accountId: string, by: (typeof costGroupings)[number], limit = 50) {
  return sumCosts({ actor: operatorOf(accountId), input: { by, months, limit } });
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

async function actorsOf({ accountId, token }: MintedAccount) {
  const { token: other } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "Second shop", mode: "live" },
  });
  return Promise.all([token, other].map((each) => authenticateToken(`Bearer ${each}`, null)));
}

/** Sends, refunds, and campaigns in any order, with reports asked for now and then. */
async function spendAtRandom(account: MintedAccount, roll: (sides: number) => number) {
  const panel = operatorOf(account.accountId);
  const actors = [...(await actorsOf(account)), panel];
  const anyActor = () => actors[roll(actors.length)] ?? panel;
  const wire = () => ({
    from: ["Shop", "Alerts", "Bank"][roll(3)],
    to: countries[roll(countries.length)],
    body: "a".repeat(1 + roll(400)),
  });
  for (let step = 0; step < 40; step += 1) {
    const actor = anyActor();
    switch (roll(6)) {
      case 0: {
        const { accepted } = await sendMessage({
          actor,
          input: { ...wire(), scheduled_at: tomorrow() },
        });
        const input = { messageId: String(accepted.message_id) };
        if (roll(3) > 0) await cancelMessage({ actor: panel, input });
        break;
      }
      case 1:
        await sendBatch({ actor, input: { messages: Array.from({ length: 1 + roll(8) }, wire) } });
        break;
      case 2:
        await addUpAccount(account.accountId, 1000);
        break;
      default:
        await sendMessage({ actor, input: wire() });
    }
  }
}

test("every grouping of a month with sends, batches, refunds, and campaigns of two tokens and the dashboard adds up to the ledger", async () => {
  const account = await mintAccount({ credits: 100_000 });
  const { accountId } = account;
  const panel = operatorOf(accountId, "live");
  await spendAtRandom(account, dice(20_260_515));
  // One campaign that is cancelled before any of it is stored, one of which some are, and somebody opts out of.
  const { campaignId } = await startedCampaign(panel, 30);
  await cancelCampaign({ actor: panel, input: { campaignId } });
  const [first = ""] = phones(1, 601_000_000);
  const rows = [...phones(5, 601_000_000).map((to) => [to]), ["447400123457"]];
  const draft = await draftCampaign(panel, { rows });
  await startCampaign({ actor: panel, input: { campaignId: draft.campaign_id } });
  await addUpAccount(accountId, 1000);
  await addOptOut({ actor: panel, input: { number: first } });
  while ((await feedCampaigns()) > 0);
  await cancelCampaign({ actor: panel, input: { campaignId: draft.campaign_id } });

  for (const by of costGroupings) {
    const { groups, others, total, ledger, isComplete } = await sum(accountId, by);
    expect(isComplete).toBe(true);
    expect(ledger).toBeGreaterThan(0);
    expect([by, total.credits]).toEqual([by, ledger]);
    expect(groups.reduce((all, { credits }) => all + credits, others.credits)).toBe(ledger);
    expect(groups.filter(({ isRest }) => isRest)).toEqual([]);
    // What is not listed is one group, and is still part of the sum.
    const short = await sum(accountId, by, 1);
    expect(short.groups.length + short.others.groups).toBe(groups.length);
    expect((short.groups[0]?.credits ?? 0) + short.others.credits).toBe(ledger);
    const timed = short.times.reduce((all, each) => all + each.charged - each.refunded, 0);
    expect(timed).toBe(ledger);
  }
  const byCountry = (await sum(accountId, "country")).groups.map(({ key }) => key);
  expect(byCountry.toSorted()).toEqual(["CA", "DE", "GB", "PL", "US"]);
  const [cancelled, ran] = (await sum(accountId, "campaign")).groups
    .filter(({ key }) => key !== null)
    .toSorted((one, other) => other.charged - one.charged);
  expect(cancelled).toMatchObject({ name: "Spring", charged: 30, refunded: 30, credits: 0 });
  expect(ran).toMatchObject({ charged: 6, refunded: 6, messages: 6, refundedMessages: 6 });
});

test("a message costs on the day it was charged, and gives back on the day it was refunded", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const wire = { from: "Shop", to: "48732129000", body: "a".repeat(161) };
  await sendMessage({ actor, input: wire });
  const { accepted } = await sendMessage({ actor, input: { ...wire, scheduled_at: tomorrow() } });
  const before = await sum(accountId, "sender");
  expect(before.groups).toMatchObject([{ key: "Shop", messages: 2, charged: 4, refunded: 0 }]);
  await cancelMessage({ actor, input: { messageId: String(accepted.message_id) } });
  const after = await sum(accountId, "sender");
  expect(after.groups).toEqual([
    {
      ...{ key: "Shop", isRest: false, name: null, messages: 2, refundedMessages: 1 },
      ...{ charged: 4, refunded: 2, credits: 2 },
    },
  ]);
  const earlier = { from: "2020-01", to: "2020-03" };
  expect(
    await sumCosts({ actor, input: { by: "sender", months: earlier, limit: 50 } }),
  ).toMatchObject({ groups: [], times: [], ledger: 0, total: { credits: 0 } });
});

test("test messages cost nothing and are in no report", async () => {
  const account = await mintAccount({ mode: "test" });
  const actor = await authenticateToken(`Bearer ${account.token}`, null);
  await sendMessage({ actor, input: { from: "Shop", to: "48732129000", body: "Hello" } });
  expect(await sum(account.accountId, "token")).toMatchObject({ groups: [], ledger: 0 });
});

test("costs that are added up by several at once, with the worker, are counted once, and an unchanged report reads no message", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const wire = { from: "Shop", to: "48732129000", body: "Hello" };
  for (let times = 0; times < 5; times += 1) await sendMessage({ actor, input: wire });
  await Promise.all([addUpCosts(), addUpAccount(accountId, 5000), sum(accountId, "sender")]);
  expect(await sum(accountId, "sender")).toMatchObject({ total: { credits: 5 }, ledger: 5 });
  // Reading messages would wait for this lock.
  await db().transaction(async (tx) => {
    await tx.execute(sql`lock table messages in access exclusive mode`);
    expect(await sum(accountId, "country")).toMatchObject({ groups: [{ key: "PL", credits: 5 }] });
  });
});

/** How many messages the connection of a transaction has read, as far as it has not reported that. */
async function rowsRead(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ rows: string }>(sql`
    select seq_tup_read + idx_tup_fetch as rows from pg_stat_xact_user_tables where relname = 'messages'`);
  return Number(row?.rows);
}

test("messages of tests between those that cost something are not read", async () => {
  const { accountId } = await mintAccount({ credits: 1000 });
  const actor = operatorOf(accountId);
  await sendMessage({ actor, input: { from: "Shop", to: "48732129000", body: "Hello" } });
  // Ten hours ago a message and its charge, and since then many messages of tests.
  const [message, charge, test] = [10 * hourMs + 1, 10 * hourMs, 9 * hourMs].map((ago) =>
    firstIdAt(Date.now() - ago),
  );
  const copy = (id: SQL, isTest: boolean, count: number) => sql`
    insert into messages (account_id, id, source, test, status, sender, recipient, body, encoding, segments, credits,
      created_at, due_at, valid_until, charge_id)
    select account_id, ${id}, source, ${isTest}::boolean, 'delivered', sender, recipient, body, encoding, segments, credits,
      created_at, due_at, valid_until, ${isTest ? null : charge}::uuid
    from messages, generate_series(1, ${count}::int) n where account_id = ${accountId} and not test`;
  await db().execute(copy(sql`(left(${test}, 24) || lpad(to_hex(n), 12, '0'))::uuid`, true, 5000));
  await db().execute(copy(sql`${message}::uuid`, false, 1));
  await db().execute(sql`
    with moved as (
      update accounts set credits = credits - 1, movements = movements + 1 where id = ${accountId}
      returning movements, credits
    ), totalled as (
      update ledger_totals set credits = credits - 1 where account_id = ${accountId} and kind = 'charge'
    )
    insert into ledger_transactions (account_id, id, number, kind, gain, against, balance)
    select ${accountId}::uuid, ${charge}::uuid, movements, 'charge', -1, 'spent', credits from moved`);
  await db().execute(sql`analyze messages`);
  const read = await db().transaction(async (tx) => {
    // The connection may not have reported its earlier reads yet.
    const before = await rowsRead(tx);
    await addUpNext(accountId, tx);
    return (await rowsRead(tx)) - before;
  });
  expect(read).toBeLessThan(100);
  expect(await sum(accountId, "sender")).toMatchObject({ total: { credits: 2, messages: 2 } });
});

test("stretches of IDs hold what was charged together, and join where they overlap", () => {
  const base = Date.parse("2026-05-15T12:00:00Z");
  const ids = [0, 500, 5000, 60_000].map((ms) => firstIdAt(base + ms).replace(/0$/, "7"));
  expect(stretchesOf(ids.toReversed())).toEqual([
    { first: firstIdAt(base - 1000), last: ids[1] },
    { first: firstIdAt(base + 4000), last: ids[2] },
    { first: firstIdAt(base + 59_000), last: ids[3] },
  ]);
  expect(stretchesOf([])).toEqual([]);
});

test("the worker says how many accounts it did not finish, and goes on until there are none", async () => {
  const { accountId } = await mintAccount({ credits: 100_000 });
  await db().execute(sql`
    with added as (
      insert into ledger_transactions (account_id, id, number, kind, gain, against, balance)
      select ${accountId}::uuid, gen_random_uuid(), 1 + n, 'charge', -1, 'spent', 100000 - n
      from generate_series(1, 4100) n returning 1
    ), totalled as (
      insert into ledger_totals (account_id, month, kind, credits)
      values (${accountId}::uuid, date_trunc('month', now(), 'UTC') at time zone 'UTC', 'charge', -4100)
    )
    update accounts set credits = credits - 4100, movements = movements + 4100 where id = ${accountId}`);
  let turns = 0;
  while ((await addUpCosts(0)) > 0) turns += 1;
  expect(turns).toBeGreaterThan(1);
  expect(await sum(accountId, "sender")).toMatchObject({ ledger: 4100, total: { credits: 4100 } });
});

test("an erased account's costs stay erased, also when somebody adds them up at that moment", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const wire = { from: "Shop", to: "48732129000", body: "Hello" };
  await sendMessage({ actor, input: wire });
  let erased: Promise<void> | undefined;
  await db().transaction(async (tx) => {
    expect(await addUpNext(accountId, tx)).toBeGreaterThan(0);
    erased = db().transaction((other) => eraseCosts(accountId, other));
    await untilWaitedFor(tx);
  });
  await erased;
  await sendMessage({ actor, input: { ...wire, from: "Later" } });
  await db().transaction((tx) => eraseCosts(accountId, tx));
  await addUpAccount(accountId, 1000);
  expect(await sum(accountId, "sender")).toMatchObject({ groups: [], total: { credits: 0 } });
});

test("credits whose messages are not known are told apart, and the sum is still the ledger's", async () => {
  const { accountId } = await mintAccount();
  await db().transaction((tx) => chargeCredits({ accountId, credits: 7, note: "By hand" }, tx));
  await sendMessage({
    actor: operatorOf(accountId),
    input: { from: "Shop", to: "48732129000", body: "Hello" },
  });
  for (const by of ["sender", "token", "country"] as const) {
    const { groups, ledger } = await sum(accountId, by);
    expect(ledger).toBe(8);
    expect(groups).toMatchObject([
      { key: null, isRest: true, credits: 7 },
      { isRest: false, credits: 1 },
    ]);
  }
});

test("a report as CSV has the same figures, and no cell that a spreadsheet takes for a formula", async () => {
  const account = await mintAccount();
  const { accountId } = account;
  const { token } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "=cmd", mode: "live" },
  });
  const actor = await authenticateToken(`Bearer ${token}`, null);
  await sendMessage({ actor, input: { from: "Shop", to: "48732129000", body: "Hello" } });
  const csv = await new Response(
    await exportCosts({ actor: operatorOf(accountId), input: { by: "token", months } }),
  ).text();
  expect(csv.split("\r\n")).toEqual([
    "token,name,messages,refunded_messages,charged,refunded,credits",
    expect.stringMatching(/^tok_\w{26},'=cmd,1,0,1,0,1$/),
    ",total,1,0,1,0,1",
    "",
  ]);
});

test("the months of a report are the current one, one, or a span of at most 24, in any order", () => {
  const now = new Date("2026-05-15T12:00:00Z");
  expect(readMonths({}, now)).toEqual({ from: "2026-05", to: "2026-05" });
  expect(readMonths({ to: "2025-12" }, now)).toEqual({ from: "2025-12", to: "2025-12" });
  expect(readMonths({ from: "2026-05", to: "2026-01" }, now)).toEqual({
    from: "2026-01",
    to: "2026-05",
  });
  expect(readMonths({ from: "2020-01", to: "2026-05" }, now)).toEqual({
    from: "2024-06",
    to: "2026-05",
  });
});
