import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activityEvents } from "@/drizzle/schema/activity";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { messages } from "@/drizzle/schema/messages";
import { checkCampaigns } from "../campaigns/check-campaigns";
import { copyFailed } from "../campaigns/copy-failed";
import { draftForNumbers } from "../campaigns/draft-for-numbers";
import { duplicateCampaign } from "../campaigns/duplicate-campaign";
import { eraseCampaignTexts } from "../campaigns/erase-campaign-texts";
import { exportRows } from "../campaigns/export-rows";
import { feedCampaigns } from "../campaigns/feed-campaigns";
import { finishCampaigns } from "../campaigns/finish-campaigns";
import { getCampaign } from "../campaigns/get-campaign";
import { sendSample } from "../campaigns/send-sample";
import { startCampaign } from "../campaigns/start-campaign";
import { updateCampaign } from "../campaigns/update-campaign";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { sweepRetention } from "./sweep-retention";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({});
});
afterAll(() => dropDatabase());

const secret = "Your code is 482913";
const codes = ["482913", "193842", "555111"];

async function mintActor(): Promise<Actor> {
  return operatorOf((await mintAccount({ credits: 50 })).accountId, "live");
}

/** A campaign with a code for each of three people, which was started. */
async function start(actor: Actor, settings: Record<string, unknown>) {
  const rows = phones(3).map((to, place) => [to, codes[place] ?? ""]);
  const body = "Your code is {{code}}";
  const draft = await draftCampaign(actor, { rows, variables: ["code"], body, settings });
  const input = { campaignId: draft.campaign_id };
  await startCampaign({ actor, input });
  return input;
}

/** All its messages end, and with the last one the campaign. */
async function end(actor: Actor): Promise<void> {
  while ((await feedCampaigns()) > 0);
  await db().execute(sql`
    update ${messages} set status = 'failed', reason = 'carrier_rejected', offered_at = now(), ended_at = now()
    where account_id = ${actor.accountId}`);
  await finishCampaigns();
}

async function sweepAll(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) if ((await sweepRetention()) === 0) return;
  throw new Error("It never ends.");
}

const idOf = (campaignId: string) => parsePublicId("cmp", campaignId) ?? "";

/** Everything that the tables of campaigns say of one. */
async function stored({ campaignId }: { campaignId: string }): Promise<string> {
  const id = idOf(campaignId);
  const row = await db().select().from(campaigns).where(eq(campaigns.id, id));
  const rows = await db().select().from(campaignRows).where(eq(campaignRows.campaignId, id));
  return JSON.stringify({ row, rows });
}

async function fileOf(actor: Actor, input: { campaignId: string }): Promise<string> {
  return new Response(await exportRows({ actor, input })).text();
}

/** As if it had ended so many days ago. */
function age(campaignId: string, days: number) {
  return db().execute(sql`
    update ${campaigns} set ended_at = now() - ${days} * interval '1 day' where id = ${idOf(campaignId)}`);
}

test("a campaign loses its text and what was uploaded when the time for texts has passed since its end", async () => {
  const actor = await mintActor();
  const [old, young] = [await start(actor, {}), await start(actor, {})];
  await end(actor);
  await age(old.campaignId, 92);
  await age(young.campaignId, 80);
  const before = await getCampaign({ actor, input: old });
  await sweepAll();
  const after = await getCampaign({ actor, input: old });
  expect(after).toEqual({
    ...before,
    body: "",
    body_erased_at: expect.any(String),
    summary: { ...before.summary, samples: [] },
  });
  for (const code of codes) expect(await stored(old)).not.toContain(code);
  const file = await fileOf(actor, old);
  for (const number of phones(3)) expect(file).toContain(`+${number}`);
  expect(await getCampaign({ actor, input: young })).toMatchObject({ body_erased_at: null });
  expect(await stored(young)).toContain(codes[0]);
});

test("one whose text is gone is not copied", async () => {
  const actor = await mintActor();
  const input = await start(actor, {});
  await end(actor);
  await age(input.campaignId, 92);
  expect((await duplicateCampaign({ actor, input })).body).toContain("{{code}}");
  await sweepAll();
  const conflict = { code: "conflict" };
  await expect(duplicateCampaign({ actor, input })).rejects.toMatchObject(conflict);
  await expect(copyFailed({ actor, input })).rejects.toMatchObject(conflict);
});

test("what is uploaded goes in steps, the text last, and nothing of a campaign that somebody works on", async () => {
  const actor = await mintActor();
  const input = await start(actor, {});
  await end(actor);
  const wanted = { accountId: actor.accountId, before: new Date(Date.now() + 1000), limit: 2 };
  const step = () => db().transaction((tx) => eraseCampaignTexts(wanted, tx));
  await db().transaction(async (tx) => {
    await tx.execute(sql`select from campaigns where id = ${idOf(input.campaignId)} for update`);
    expect(await step()).toBe(0);
  });
  expect(await step()).toBe(2);
  expect(await getCampaign({ actor, input })).toMatchObject({ body: "Your code is {{code}}" });
  expect(await step()).toBe(2);
  expect(await getCampaign({ actor, input })).toMatchObject({ body: "" });
  expect(await step()).toBe(0);
});

test("a text that is not to be stored is shown to nobody after the start, and is gone once the campaign has ended", async () => {
  const actor = await mintActor();
  const input = await start(actor, { store_body: false });
  const running = await getCampaign({ actor, input });
  expect(running).toMatchObject({ body: "", store_body: false, body_erased_at: null });
  expect(running.summary?.samples).toEqual([]);
  const file = await fileOf(actor, input);
  for (const code of codes) expect(file).not.toContain(code);
  const conflict = { code: "conflict" };
  await expect(duplicateCampaign({ actor, input })).rejects.toMatchObject(conflict);
  const own = { ...input, to: "48501000001" };
  await expect(sendSample({ actor, input: own })).rejects.toMatchObject(conflict);
  await feedCampaigns();
  const sent = await db()
    .select({ body: messages.body, bodyStorage: messages.bodyStorage })
    .from(messages)
    .where(eq(messages.accountId, actor.accountId))
    .orderBy(messages.id);
  expect(sent).toEqual(
    codes.map((code) => ({ body: `Your code is ${code}`, bodyStorage: "never" })),
  );
  await end(actor);
  await sweepAll();
  for (const code of codes) expect(await stored(input)).not.toContain(code);
  expect(await getCampaign({ actor, input })).toMatchObject({
    ...{ status: "finished", body: "", store_body: false, body_erased_at: expect.any(String) },
    progress: { people: 3, statuses: { failed: 3 } },
  });
});

test("only a draft can be told to store no text", async () => {
  const actor = await mintActor();
  const { campaign_id: campaignId } = await draftCampaign(actor, { rows: [["48501000001"]] });
  const change = (store_body: boolean) =>
    updateCampaign({ actor, input: { campaignId, wanted: { store_body } } });
  expect(await change(false)).toMatchObject({ store_body: false, body: "Hello" });
  expect(await change(true)).toMatchObject({ store_body: true });
  const started = await start(actor, {});
  const wanted = { store_body: false };
  const late = updateCampaign({ actor, input: { ...started, wanted } });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
});

test("a repeated request gets the campaign that it made, also when the text is gone", async () => {
  const actor = await mintActor();
  const message = { from: "YourBrand", body: secret, idempotency_key: randomUUID() };
  const input = { message, numbers: phones(2), defaultCountry: null };
  const made = await draftForNumbers({ actor, input });
  await db().execute(sql`
    update ${campaigns} set status = 'finished', ended_at = now() - interval '92 days'
    where id = ${idOf(made.campaign_id)}`);
  await sweepAll();
  expect((await draftForNumbers({ actor, input })).campaign_id).toBe(made.campaign_id);
  const other = { ...input, message: { ...message, body: "Your code is 482914" } };
  await expect(draftForNumbers({ actor, input: other })).rejects.toMatchObject({
    code: "idempotency_mismatch",
  });
});

test("the beginning of a text is no name that outlives it", async () => {
  const actor = await mintActor();
  const input = { message: { from: "YourBrand", body: secret }, numbers: phones(2) };
  const hidden = { ...input.message, store_body: false };
  const named = await draftForNumbers({ actor, input: { ...input, defaultCountry: null } });
  const unnamed = await draftForNumbers({
    actor,
    input: { ...input, message: hidden, defaultCountry: null },
  });
  expect([named.name, unnamed.name]).toEqual([
    secret,
    expect.stringMatching(/^YourBrand \d{4}-\d\d-\d\d$/),
  ]);
  while ((await checkCampaigns()) > 0);
  await startCampaign({ actor, input: { campaignId: named.campaign_id } });
  await end(actor);
  await age(named.campaign_id, 92);
  await sweepAll();
  expect(await stored({ campaignId: named.campaign_id })).not.toContain("482913");
  const events = await db()
    .select()
    .from(activityEvents)
    .where(eq(activityEvents.accountId, actor.accountId));
  expect(events.map(({ action }) => action)).toContain("campaign.started");
  expect(JSON.stringify(events)).not.toContain("482913");
});

test("a text that nobody may read after the start is not read in the name either, nor in the ledger", async () => {
  const actor = await mintActor();
  const draft = await draftCampaign(actor, {
    ...{ rows: [["48501000001"]], body: secret },
    settings: { name: secret, store_body: false },
  });
  const input = { campaignId: draft.campaign_id };
  const neutral = expect.stringMatching(/^YourBrand \d{4}-\d\d-\d\d$/);
  expect(draft.name).toBe(secret);
  expect(await startCampaign({ actor, input })).toMatchObject({ body: "", name: neutral });
  // As it was stored before names were looked at.
  await db()
    .update(campaigns)
    .set({ name: secret })
    .where(eq(campaigns.id, idOf(input.campaignId)));
  expect(await getCampaign({ actor, input })).toMatchObject({ body: "", name: neutral });
  const ledger = await db()
    .select({ note: ledgerTransactions.note })
    .from(ledgerTransactions)
    .where(eq(ledgerTransactions.accountId, actor.accountId));
  expect(JSON.stringify(ledger)).toContain("Campaign: YourBrand");
  expect(JSON.stringify(ledger)).not.toContain("482913");
});

test("a name that is the beginning of a text follows the text, and one that somebody chose stays", async () => {
  const actor = await mintActor();
  const input = { message: { from: "YourBrand", body: secret }, numbers: phones(2) };
  const { campaign_id: campaignId } = await draftForNumbers({
    actor,
    input: { ...input, defaultCountry: null },
  });
  const nameAfter = async (wanted: Record<string, unknown>) =>
    (await updateCampaign({ actor, input: { campaignId, wanted } })).name;
  const neutral = expect.stringMatching(/^YourBrand \d{4}-\d\d-\d\d$/);
  expect(await nameAfter({ body: "We open at nine." })).toBe("We open at nine.");
  expect(await nameAfter({ from: "Shop" })).toBe("We open at nine.");
  expect(await nameAfter({ from: "YourBrand", store_body: false })).toEqual(neutral);
  expect(await nameAfter({ name: secret, body: secret, store_body: true })).toBe(secret);
  expect(await nameAfter({ body: "" })).toEqual(neutral);
  expect(await nameAfter({ name: "Spring", body: secret })).toBe("Spring");
  expect(await nameAfter({ body: "We open at ten." })).toBe("Spring");
});
