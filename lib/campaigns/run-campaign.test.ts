import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { cancelMessage } from "../messages/cancel-message";
import { addOptOut } from "../opt-outs/add-opt-out";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { cancelAccountCampaigns } from "./cancel-account-campaigns";
import { cancelCampaign } from "./cancel-campaign";
import { createCampaign } from "./create-campaign";
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

test("a start charges what the check found once, and the end is said when the last message has ended", async () => {
  const actor = await newActor(3000);
  const draft = await draftCampaign(actor, {
    rows: phones(700).map((to, place) => [to, place % 2 ? "Ola" : ""]),
    variables: ["first_name"],
    body: "Hello {{first_name|there}}!",
  });
  const input = { campaignId: draft.campaign_id };
  const started = await Promise.all([1, 2, 3].map(() => startCampaign({ actor, input })));
  for (const each of started) {
    expect(each).toMatchObject({ status: "running", credits: { reserved: 700, charged: 700 } });
  }
  expect(await getBalance({ actor })).toBe(2300);
  expect(await feedCampaigns()).toBe(500);
  expect(await finishCampaigns()).toBe(0);
  expect(await feedCampaigns()).toBe(200);
  expect(await feedCampaigns()).toBe(0);
  await deliverAll(actor);
  expect(await finishCampaigns()).toBe(1);
  expect(await getCampaign({ actor, input })).toMatchObject({
    status: "finished",
    progress: { people: 700, waiting: 0, statuses: { delivered: 700 }, handed_over: 700 },
    credits: { reserved: 700, charged: 700, given_back: 0 },
  });
  const bodies = await db().execute<{ body: string; n: number }>(sql`
    select body, count(*)::int as n from ${messages} where account_id = ${actor.accountId}
    group by 1 order by 1`);
  expect([...bodies]).toEqual([
    { body: "Hello Ola!", n: 350 },
    { body: "Hello there!", n: 350 },
  ]);
  expect(await breaches()).toEqual([]);
});

test("with too few credits nothing starts, and the refusal says how many are needed", async () => {
  const actor = await newActor(9);
  const draft = await draftCampaign(actor, { rows: phones(10).map((to) => [to]) });
  const input = { campaignId: draft.campaign_id };
  await expect(startCampaign({ actor, input })).rejects.toMatchObject({
    code: "insufficient_credits",
    details: { required: 10, available: 9 },
  });
  expect(await getCampaign({ actor, input })).toMatchObject({ status: "draft", progress: null });
  expect(await getBalance({ actor })).toBe(9);
});

test("a draft starts only when it is complete and checked", async () => {
  const actor = await newActor();
  const { campaign_id: campaignId } = await createCampaign({ actor, input: { name: "Empty" } });
  await expect(startCampaign({ actor, input: { campaignId } })).rejects.toMatchObject({
    code: "invalid_request",
    details: { fields: { from: [expect.any(String)], body: [expect.any(String)] } },
  });
  const draft = await draftCampaign(actor, { rows: [["48501000000"]] });
  const input = { campaignId: draft.campaign_id };
  await updateCampaign({ actor, input: { ...input, wanted: { body: "Another text" } } });
  await expect(startCampaign({ actor, input })).rejects.toMatchObject({ code: "conflict" });
});

test("test campaigns cost nothing and make test messages", async () => {
  const actor = await newActor(0, "test");
  const input = await startedCampaign(actor, 3);
  await feedCampaigns();
  expect(await getCampaign({ actor, input })).toMatchObject({
    test: true,
    credits: { reserved: 0, charged: 0, given_back: 0 },
    progress: { statuses: { queued: 3 } },
  });
  await cancelCampaign({ actor, input });
  expect(await breaches()).toEqual([]);
});

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
    progress: { refused: 2, waiting: 0, statuses: { queued: 8 } },
    credits: { reserved: 10, charged: 8, given_back: 2 },
  });
  const { data } = await listRows({ actor, input: { ...input, status: "refused", limit: 50 } });
  expect(data.map(({ row, state }) => [row, state])).toEqual([
    [5, "opted_out"],
    [9, "opted_out"],
  ]);
  expect(await breaches()).toEqual([]);
});

test("a pause holds what has not left, nothing of it expires, and a resume lets it go", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 600);
  await feedCampaigns();
  expect(await pauseCampaign({ actor, input })).toMatchObject({
    status: "paused",
    progress: { waiting: 100, statuses: { queued: 500 }, handed_over: 0 },
  });
  expect(await pauseCampaign({ actor, input })).toMatchObject({ status: "paused" });
  expect(await feedCampaigns()).toBe(0);
  await dispatchMessages({ carrier: "simulator", test: false });
  expect(await getCampaign({ actor, input })).toMatchObject({
    progress: { statuses: { queued: 500 } },
  });
  const [held] = await db().execute<{ reason: string; years: number }>(sql`
    select distinct wait_reason as reason, extract(year from valid_until - now())::int as years
    from ${messages} where account_id = ${actor.accountId}`);
  expect(held).toMatchObject({ reason: "campaign_paused" });
  await resumeCampaign({ actor, input });
  expect(await resumeCampaign({ actor, input })).toMatchObject({ status: "running" });
  const [fresh] = await db().execute<{ late: number }>(sql`
    select count(*) filter (where due_at > now() or wait_reason is not null
      or valid_until not between now() + interval '47 hours' and now() + interval '49 hours')::int as late
    from ${messages} where account_id = ${actor.accountId}`);
  expect(fresh?.late).toBe(0);
  await cancelCampaign({ actor, input });
  expect(await breaches()).toEqual([]);
});

test("what a retry puts back while a campaign is paused is held, and cancelled while it is cancelled", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 2);
  await feedCampaigns();
  await pauseCampaign({ actor, input });
  const putBack = () =>
    db().execute(sql`update ${messages} set due_at = now(), wait_reason = null,
      valid_until = now() + interval '1 hour' where account_id = ${actor.accountId} and status = 'queued'`);
  await putBack();
  await finishCampaigns();
  const [held] = await db().execute<{ n: number }>(sql`
    select count(*)::int as n from ${messages}
    where account_id = ${actor.accountId} and wait_reason = 'campaign_paused'`);
  expect(held?.n).toBe(2);
  await db().execute(sql`update ${messages} set status = 'sending', offered_at = now()
    where account_id = ${actor.accountId}`);
  await cancelCampaign({ actor, input });
  await db().execute(sql`update ${messages} set status = 'queued', offered_at = null
    where account_id = ${actor.accountId}`);
  await putBack();
  await finishCampaigns();
  expect(await getCampaign({ actor, input })).toMatchObject({
    status: "cancelled",
    progress: { statuses: { cancelled: 2 } },
    credits: { charged: 0, given_back: 2 },
    ended_at: expect.any(String),
  });
  expect(await breaches()).toEqual([]);
});

test("a cancellation while it is being fed gives back exactly what had not left", async () => {
  const actor = await newActor(2000);
  const input = await startedCampaign(actor, 2000);
  const feeding = (async () => {
    while ((await feedCampaigns()) > 0)
      await dispatchMessages({ carrier: "simulator", test: false });
  })();
  await expect
    .poll(async () => (await storedNumbers(actor)).length, { interval: 5 })
    .toBeGreaterThan(600);
  await cancelCampaign({ actor, input });
  await feeding;
  await finishCampaigns();
  const { credits, progress } = await getCampaign({ actor, input });
  const left = 2000 - (progress?.statuses["cancelled"] ?? 0) - (progress?.not_sent ?? 0);
  expect(credits).toEqual({ reserved: 2000, charged: left, given_back: 2000 - left });
  expect(await getBalance({ actor })).toBe(2000 - left);
  expect(await cancelCampaign({ actor, input })).toMatchObject({ status: "cancelled" });
  expect(await getBalance({ actor })).toBe(2000 - left);
  expect(await breaches()).toEqual([]);
});

test("a message of a campaign that is cancelled by itself keeps the books right", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 3);
  await feedCampaigns();
  const { data } = await listRows({ actor, input: { ...input, limit: 1 } });
  await cancelMessage({ actor, input: { messageId: data[0]?.message_id ?? "" } });
  expect(await getCampaign({ actor, input })).toMatchObject({ credits: { given_back: 1 } });
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
  expect(await getCampaign({ actor, input })).toMatchObject({
    status: "running",
    wait_reason: "quiet_hours",
    wait_until: "2027-01-13T07:00:00.000Z",
  });
  expect(await feedCampaigns(new Date("2027-01-13T06:59:00Z"))).toBe(0);
  expect(await feedCampaigns(new Date("2027-01-13T07:00:00Z"))).toBe(1);
  expect(await feedCampaigns(new Date("2027-01-13T07:59:00Z"))).toBe(0);
  expect(await feedCampaigns(new Date("2027-01-13T08:00:00Z"))).toBe(1);
  expect(await getCampaign({ actor, input })).toMatchObject({
    wait_reason: null,
    wait_until: null,
  });
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

test.each([
  ["pause", pauseCampaign],
  ["resume", resumeCampaign],
])("%s of a draft is a conflict; so is any change of a cancelled campaign", async (_name, verb) => {
  const actor = await newActor();
  const draft = await draftCampaign(actor, { rows: [["48501000000"]] });
  const input = { campaignId: draft.campaign_id };
  await expect(verb({ actor, input })).rejects.toMatchObject({ code: "conflict" });
  await cancelCampaign({ actor, input });
  for (const other of [verb, startCampaign]) {
    await expect(other({ actor, input })).rejects.toMatchObject({ code: "conflict" });
  }
});
