import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelCampaign } from "../campaigns/cancel-campaign";
import { feedCampaigns } from "../campaigns/feed-campaigns";
import { startCampaign } from "../campaigns/start-campaign";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { chargeCredits } from "../credits/charge-credits";
import { cancelMessage } from "../messages/cancel-message";
import { addOptOut } from "../opt-outs/add-opt-out";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { authenticateToken } from "../tokens/authenticate-token";
import { createToken } from "../tokens/create-token";
import { addUpAccount } from "./add-up-account";
import { addUpCosts } from "./add-up-costs";
import { costGroupings } from "./contract";
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
