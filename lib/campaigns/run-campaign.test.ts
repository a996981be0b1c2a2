import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { cancelMessage } from "../messages/cancel-message";
import { countAgain } from "../testing/count-again";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
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
    progress: { people: 700, waiting: 0, statuses: { delivered: 700 }, submitted: 700 },
    credits: { reserved: 700, charged: 700, refunded: 0 },
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
    credits: { reserved: 0, charged: 0, refunded: 0 },
    progress: { statuses: { queued: 3 } },
  });
  await cancelCampaign({ actor, input });
  expect(await breaches()).toEqual([]);
});

test("a pause holds what has not left, nothing of it expires, and a resume lets it go", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 600);
  await feedCampaigns();
  expect(await pauseCampaign({ actor, input })).toMatchObject({
    status: "paused",
    progress: { waiting: 100, statuses: { queued: 500 }, submitted: 0 },
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
  await countAgain(actor.accountId);
  await cancelCampaign({ actor, input });
  await db().execute(sql`update ${messages} set status = 'queued', offered_at = null
    where account_id = ${actor.accountId}`);
  await countAgain(actor.accountId);
  await putBack();
  await finishCampaigns();
  expect(await getCampaign({ actor, input })).toMatchObject({
    status: "cancelled",
    progress: { statuses: { cancelled: 2 } },
    credits: { charged: 0, refunded: 2 },
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
  expect(credits).toEqual({ reserved: 2000, charged: left, refunded: 2000 - left });
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
  expect(await getCampaign({ actor, input })).toMatchObject({ credits: { refunded: 1 } });
  expect(await breaches()).toEqual([]);
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

test("a paused campaign with nothing left to send ends as finished once its last message has", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 2);
  await feedCampaigns();
  await db().execute(sql`update ${messages} set status = 'sent', offered_at = now(), sent_at = now()
    where account_id = ${actor.accountId}`);
  await countAgain(actor.accountId);
  await pauseCampaign({ actor, input });
  await finishCampaigns();
  expect(await getCampaign({ actor, input })).toMatchObject({ status: "paused", ended_at: null });
  await deliverAll(actor);
  await finishCampaigns();
  expect(await getCampaign({ actor, input })).toMatchObject({
    status: "finished",
    paused_at: null,
    ended_at: expect.any(String),
    progress: { statuses: { delivered: 2 } },
  });
});
