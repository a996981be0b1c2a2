import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { addOptOut } from "../opt-outs/add-opt-out";
import { sendMessage } from "../sending/send-message";
import { countAgain } from "../testing/count-again";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { cancelAccountCampaigns } from "./cancel-account-campaigns";
import { cancelCampaign } from "./cancel-campaign";
import { feedCampaigns } from "./feed-campaigns";
import { finishCampaigns } from "./finish-campaigns";
import { getCampaign } from "./get-campaign";
import { listRows } from "./list-rows";
import { pauseCampaign } from "./pause-campaign";
import { resumeCampaign } from "./resume-campaign";
import { startCampaign } from "./start-campaign";
import { updateCampaign } from "./update-campaign";

const hourMs = 3_600_000;

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ RATE_LIMIT_MESSAGES: "0" });
});
afterAll(() => dropDatabase());

async function newActor(credits = 5000, mode: "live" | "test" = "live"): Promise<Actor> {
  const { accountId } = await mintAccount({ credits });
  return operatorOf(accountId, mode);
}

async function breaches() {
  return (await runAudit()).filter((each) => each.breaches > 0);
}

/** Ends what was sent as if its carrier had said so, and what is in the queue, too. */
async function deliverAll({ accountId }: Actor): Promise<void> {
  await db().execute(sql`
    update ${messages} set status = 'delivered', ended_at = now(), sent_at = coalesce(sent_at, now()),
      offered_at = coalesce(offered_at, now())
    where account_id = ${accountId} and status in ('queued', 'sent')`);
  await db().execute(sql`
    insert into message_events (account_id, message_id, id, type, terminal, at, source)
    select account_id, id, gen_random_uuid(), 'sms.delivered', true, now(), 'carrier' from ${messages}
    where account_id = ${accountId} and status = 'delivered'
    on conflict do nothing`);
  await countAgain(accountId);
}

async function setStatus({ accountId }: Actor, status: "active" | "suspended"): Promise<void> {
  await db().execute(sql`update ${accounts} set status = ${status} where id = ${accountId}`);
}

async function storedNumbers({ accountId }: Actor): Promise<string[]> {
  const rows = await db().execute<{ to: string }>(
    sql`select recipient as "to" from ${messages} where account_id = ${accountId} order by recipient`,
  );
  return rows.map(({ to }) => to);
}

test("two feeders at once store each person once", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 1500);
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([feedCampaigns(), feedCampaigns(), feedCampaigns()]);
  }
  expect(await storedNumbers(actor)).toEqual(phones(1500));
  await cancelCampaign({ actor, input });
  expect(await breaches()).toEqual([]);
});

test("no more than 2,000 messages of a campaign wait in the queue", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 2600);
  let taken = 0;
  do taken = await feedCampaigns();
  while (taken > 0);
  expect(await getCampaign({ actor, input })).toMatchObject({
    progress: { waiting: 600, statuses: { queued: 2000 } },
  });
  await cancelCampaign({ actor, input });
});

test("whoever opts out between the start and their turn gets nothing, and the credits come back", async () => {
  const actor = await newActor(10);
  const input = await startedCampaign(actor, 10);
  for (const number of ["48501000003", "48501000007"])
    await addOptOut({ actor, input: { number } });
  await feedCampaigns();
  expect(await storedNumbers(actor)).not.toContain("48501000003");
  expect(await getBalance({ actor })).toBe(2);
  expect(await getCampaign({ actor, input })).toMatchObject({
    progress: { opted_out: 2, waiting: 0, statuses: { queued: 8 } },
    credits: { reserved: 10, charged: 8, refunded: 2 },
  });
  const { data } = await listRows({ actor, input: { ...input, status: "opted_out", limit: 50 } });
  expect(data.map(({ row, state }) => [row, state])).toEqual([
    [5, "opted_out"],
    [9, "opted_out"],
  ]);
  expect(await breaches()).toEqual([]);
});

test("its rate is kept, also when it changes while it runs", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 300, { settings: { rate: 10 } });
  const start = Date.now();
  const storedUntil = async (fromMs: number, toMs: number) => {
    let stored = 0;
    for (let ms = fromMs; ms <= toMs; ms += 250) {
      stored += await feedCampaigns(new Date(start + ms));
      await deliverAll(actor);
    }
    return stored;
  };
  expect(await storedUntil(0, 4750)).toBe(48);
  await updateCampaign({ actor, input: { ...input, wanted: { rate: 40 } } });
  expect(await storedUntil(5000, 6750)).toBe(71);
  await updateCampaign({ actor, input: { ...input, wanted: { rate: null } } });
  expect(await feedCampaigns(new Date(start + 7000))).toBe(300 - 48 - 71);
});

test("quiet hours hold the people of a country, and say until when", async () => {
  const actor = await newActor();
  const rows = [["48501000000"], ["12025550123"], ["447400123456"]];
  const quiet_hours = { from: "21:00", until: "08:00" };
  const draft = await draftCampaign(actor, { rows, settings: { quiet_hours } });
  const input = { campaignId: draft.campaign_id };
  await startCampaign({ actor, input });
  // In January Warsaw is at 22:30, London at 21:30, and New York at 16:30, but Hawaii at 11:30.
  const evening = new Date("2027-01-12T21:30:00Z");
  expect(await feedCampaigns(evening)).toBe(1);
  expect(await storedNumbers(actor)).toEqual(["12025550123"]);
  await feedCampaigns(evening);
  vi.useFakeTimers({ toFake: ["Date"], now: evening });
  const held = await getCampaign({ actor, input });
  vi.useRealTimers();
  expect(held).toMatchObject({
    status: "running",
    wait_reason: "quiet_hours",
    wait_until: "2027-01-13T07:00:00.000Z",
    wait_countries: ["GB", "PL"],
  });
  expect(await feedCampaigns(new Date("2027-01-13T06:59:00Z"))).toBe(0);
  expect(await feedCampaigns(new Date("2027-01-13T07:00:00Z"))).toBe(1);
  expect(await feedCampaigns(new Date("2027-01-13T07:59:00Z"))).toBe(0);
  expect(await feedCampaigns(new Date("2027-01-13T08:00:00Z"))).toBe(1);
  expect(await getCampaign({ actor, input })).toMatchObject({
    wait_reason: null,
    wait_until: null,
    wait_countries: [],
  });
});

test("only countries where somebody still waits are named, and only they say until when", async () => {
  const actor = await newActor();
  const quiet_hours = { from: "21:00", until: "08:00" };
  const rows = [["48501000000"], ["447400123456"], ["12025550123"]];
  const input = await startedCampaign(actor, 0, { rows, settings: { quiet_hours, rate: 1 } });
  // 20:30 in Warsaw: the first of the rows goes, and is delivered.
  expect(await feedCampaigns(new Date("2027-01-12T19:30:00Z"))).toBe(1);
  await deliverAll(actor);
  const evening = new Date("2027-01-12T22:30:00Z");
  expect(await feedCampaigns(evening)).toBe(1);
  await deliverAll(actor);
  expect(await feedCampaigns(new Date("2027-01-13T06:59:00Z"))).toBe(0);
  vi.useFakeTimers({ toFake: ["Date"], now: evening });
  const held = await getCampaign({ actor, input });
  vi.useRealTimers();
  expect(held).toMatchObject({
    wait_reason: "quiet_hours",
    wait_until: "2027-01-13T08:00:00.000Z",
    wait_countries: ["GB"],
  });
});

test("what was queued before the quiet hours is held through them, over a pause, and leaves after them", async () => {
  const actor = await newActor();
  const quiet_hours = { from: "21:00", until: "08:00" };
  const rows = [["48501000000"], ["12025550123"]];
  const input = await startedCampaign(actor, 0, { rows, settings: { quiet_hours } });
  expect(await feedCampaigns(new Date("2027-01-12T19:30:00Z"))).toBe(2);
  const dueNow = async () => {
    const queued = await db()
      .select({ to: messages.to, reason: messages.waitReason, dueAt: messages.dueAt })
      .from(messages)
      .where(eq(messages.accountId, actor.accountId));
    return queued.filter(({ dueAt }) => dueAt < new Date(Date.now() + 1000));
  };
  expect(await dueNow()).toHaveLength(2);
  // 22:30 in Warsaw, and 11:30 in Honolulu.
  const evening = new Date("2027-01-12T21:30:00Z");
  await finishCampaigns(evening);
  expect(await dueNow()).toMatchObject([{ to: "12025550123", reason: null }]);
  await feedCampaigns(evening);
  expect(await getCampaign({ actor, input })).toMatchObject({ wait_reason: "quiet_hours" });
  await pauseCampaign({ actor, input });
  expect(await dueNow()).toEqual([]);
  await resumeCampaign({ actor, input });
  await finishCampaigns(evening);
  expect(await dueNow()).toMatchObject([{ to: "12025550123" }]);
  await finishCampaigns(new Date("2027-01-13T19:00:00Z"));
  expect(await dueNow()).toHaveLength(2);
  await feedCampaigns(new Date("2027-01-13T19:00:00Z"));
  expect(await getCampaign({ actor, input })).toMatchObject({ wait_reason: null });
});

test("a country with several zones is quiet as long as it is in any of them", async () => {
  const actor = await newActor();
  const quiet_hours = { from: "21:00", until: "08:00" };
  const input = await startedCampaign(actor, 0, {
    rows: [["12025550123"]],
    settings: { quiet_hours },
  });
  // 09:00 in New York is 04:00 in Honolulu.
  expect(await feedCampaigns(new Date("2027-01-12T14:00:00Z"))).toBe(0);
  // 13:30 there is 08:30 in Honolulu, but 07:30 in Adak is an hour later than Honolulu.
  expect(await feedCampaigns(new Date("2027-01-12T18:30:00Z"))).toBe(1);
  expect((await getCampaign({ actor, input })).wait_reason).toBeNull();
});

test("a scheduled campaign is charged at once and begins at its time; a pause keeps it from that", async () => {
  const actor = await newActor(100);
  const at = new Date(Date.now() + hourMs);
  const settings = { scheduled_at: at.toISOString() };
  const input = await startedCampaign(actor, 10, { settings });
  expect(await getCampaign({ actor, input })).toMatchObject({
    status: "scheduled",
    started_at: null,
  });
  expect(await getBalance({ actor })).toBe(90);
  expect(await feedCampaigns()).toBe(0);
  await pauseCampaign({ actor, input });
  expect(await feedCampaigns(new Date(at.getTime() + 1))).toBe(0);
  expect(await resumeCampaign({ actor, input })).toMatchObject({ status: "scheduled" });
  expect(await feedCampaigns(new Date(at.getTime() + 1))).toBe(10);
  await cancelCampaign({ actor, input });
  expect(await getBalance({ actor })).toBe(100);
});

test("a suspended account's campaign waits and says why; a closed one's is cancelled", async () => {
  const actor = await newActor();
  const { accountId } = actor;
  const input = await startedCampaign(actor, 10);
  await setStatus(actor, "suspended");
  expect(await feedCampaigns()).toBe(0);
  expect(await getCampaign({ actor, input })).toMatchObject({ wait_reason: "account" });
  await cancelAccountCampaigns(accountId);
  expect(await getCampaign({ actor, input })).toMatchObject({ status: "running" });
  await setStatus(actor, "active");
  expect(await feedCampaigns()).toBe(10);
  expect(await getCampaign({ actor, input })).toMatchObject({ wait_reason: null });
  await db().execute(sql`update ${accounts} set erase_after = now() + interval '7 days', closed_at = now(),
    status = 'closing' where id = ${accountId}`);
  await cancelAccountCampaigns(accountId);
  expect(await getCampaign({ actor, input })).toMatchObject({
    status: "cancelled",
    credits: { charged: 0 },
  });
  expect(await breaches()).toEqual([]);
});

test("a single message leaves before a campaign that waits", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 1000);
  await feedCampaigns();
  await feedCampaigns();
  const { accepted } = await sendMessage({
    actor,
    input: { from: "YourBrand", to: "48732129000", body: "Code 1", idempotency_key: randomUUID() },
  });
  await dispatchMessages({ carrier: "simulator", test: false });
  const [first] = await db().execute<{ status: string }>(sql`
    select status from ${messages} where account_id = ${actor.accountId} and send_id is null`);
  expect(accepted.status).toBe("queued");
  expect(first?.status).not.toBe("queued");
  await cancelCampaign({ actor, input });
});
