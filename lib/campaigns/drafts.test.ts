import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getMessage } from "../messages/get-message";
import { addOptOut } from "../opt-outs/add-opt-out";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { awaitCheck } from "./await-check";
import { checkCampaigns } from "./check-campaigns";
import { copyFailed } from "./copy-failed";
import { createCampaign } from "./create-campaign";
import { deleteDraft } from "./delete-draft";
import { duplicateCampaign } from "./duplicate-campaign";
import { eraseCampaigns } from "./erase-campaigns";
import { exportRejected } from "./export-rejected";
import { exportRows } from "./export-rows";
import { feedCampaigns } from "./feed-campaigns";
import { getCampaign } from "./get-campaign";
import { listCampaigns } from "./list-campaigns";
import { listRows } from "./list-rows";
import { resultsOfCampaign } from "./results-of-campaign";
import { sendSample } from "./send-sample";
import { storeContacts } from "./store-contacts";
import { storeRecipients } from "./store-recipients";
import { type NewRow, storeRows } from "./store-rows";
import { updateCampaign } from "./update-campaign";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

async function newActor(mode: "live" | "test" = "live"): Promise<Actor> {
  return operatorOf((await mintAccount({ credits: 1000 })).accountId, mode);
}

async function checked(actor: Actor, campaignId: string) {
  while ((await checkCampaigns()) > 0);
  return awaitCheck({ actor, input: { campaignId, timeoutMs: 10_000 } });
}

async function* inChunks(...chunks: NewRow[][]) {
  yield* chunks;
}

test("a repeated key is the same draft; another account's draft is not found", async () => {
  const actor = await newActor();
  const input = { name: "Once", idempotency_key: randomUUID() };
  const [one, two] = await Promise.all([
    createCampaign({ actor, input }),
    createCampaign({ actor, input }),
  ]);
  expect(one.campaign_id).toBe(two.campaign_id);
  expect(one.campaign_id).toMatch(/^cmp_/);
  const stranger = await newActor();
  await expect(
    getCampaign({ actor: stranger, input: { campaignId: one.campaign_id } }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("a test token sees test campaigns only", async () => {
  const actor = await newActor();
  const { campaign_id: campaignId } = await createCampaign({ actor, input: { name: "Live" } });
  const tester = { ...actor, mode: "test" as const };
  await expect(getCampaign({ actor: tester, input: { campaignId } })).rejects.toMatchObject({
    code: "not_found",
  });
  await createCampaign({ actor: tester, input: { name: "Rehearsal" } });
  const { data } = await listCampaigns({ actor: tester, input: { limit: 10 } });
  expect(data.map(({ name, test: isTest }) => [name, isTest])).toEqual([["Rehearsal", true]]);
});

test.each<[string, Record<string, unknown>]>([
  ["name", { name: " " }],
  ["from", { name: "A", from: "This is far too long" }],
  ["body", { name: "A", body: "Hello {{first name" }],
  ["body", { name: "A", body: "nul \0" }],
  ["default_country", { name: "A", default_country: "XX" }],
  ["rate", { name: "A", rate: 0 }],
  ["quiet_hours", { name: "A", quiet_hours: { from: "25:00", until: "08:00" } }],
  ["scheduled_at", { name: "A", scheduled_at: "2020-01-01T00:00:00Z" }],
])("a wrong %s is rejected with a sentence (%o)", async (field, input) => {
  await expect(createCampaign({ actor: await newActor(), input })).rejects.toMatchObject({
    code: "invalid_request",
    details: { fields: { [field]: [expect.any(String)] } },
  });
});

test("rows replace the rows there were or come behind them; what fails leaves what there was", async () => {
  const actor = await newActor();
  const { campaign_id: campaignId } = await createCampaign({ actor, input: { name: "Rows" } });
  const file = { campaignId, columns: ["Phone", "Name"], mapping: ["to", null] };
  const row = (position: number, to: string): NewRow => ({ position, cells: [to, "=cmd()"] });
  await storeRows({ actor, input: { ...file, chunks: inChunks([row(2, "1")], [row(3, "2")]) } });
  const chunks = inChunks([row(2, "3")]);
  const more = await storeRows({ actor, input: { ...file, isAppended: true, chunks } });
  expect(more).toMatchObject({ rows: 3, columns: ["Phone", "Name"], mapping: ["to", null] });
  const broken = (async function* () {
    yield [row(2, "9")];
    throw new Error("the upload broke off");
  })();
  await expect(storeRows({ actor, input: { ...file, chunks: broken } })).rejects.toThrow("broke");
  const long = inChunks([{ position: 2, cells: ["1", "a".repeat(1001)] }]);
  await expect(storeRows({ actor, input: { ...file, chunks: long } })).rejects.toMatchObject({
    code: "invalid_request",
  });
  const { data } = await listRows({ actor, input: { campaignId, limit: 10 } });
  expect(data.map(({ row: place, cells }) => [place, cells[0]])).toEqual([
    [2, "1"],
    [3, "2"],
    [5, "3"],
  ]);
});

test("more than 100,000 rows are refused, and none is stored", async () => {
  const actor = await newActor();
  const { campaign_id: campaignId } = await createCampaign({ actor, input: { name: "Many" } });
  async function* tooMany() {
    for (let chunk = 0; chunk <= 20; chunk += 1) {
      yield Array.from({ length: 5000 }, (_each, place): NewRow => {
        return { position: chunk * 5000 + place + 1, cells: ["1"] };
      });
    }
  }
  const input = { campaignId, columns: ["to"], mapping: ["to"], chunks: tooMany() };
  await expect(storeRows({ actor, input })).rejects.toMatchObject({ code: "invalid_request" });
  expect(await getCampaign({ actor, input: { campaignId } })).toMatchObject({ rows: 0 });
}, 60_000);

test("people of a request, and contacts of a group, are rows with variables", async () => {
  const actor = await newActor();
  const body = "Hi {{first_name|you}} from {{city}}";
  const draft = await createCampaign({ actor, input: { name: "A", from: "YourBrand", body } });
  const campaignId = draft.campaign_id;
  const recipients = [
    { to: "+48501000001", variables: { first_name: "Ola", city: "Łódź" }, client_ref: "order 1" },
    { to: "48501000002", variables: { city: 5 } },
    { to: "48501000003" },
  ];
  await storeRecipients({ actor, input: { campaignId, recipients } });
  const view = await checked(actor, campaignId);
  expect(view.summary?.counts).toMatchObject({ rows: 3, valid: 2, missing_variable: 1 });
  expect(view.summary?.samples.map(({ body: text }) => text)).toEqual([
    "Hi you from 5",
    "Hi Ola from Łódź",
  ]);
  const contacts = (async function* () {
    yield { number: "48501000009", fields: { city: "Kraków", "not a variable": "x" } };
  })();
  const fields = ["city", "not a variable"];
  await storeContacts({ actor, input: { campaignId, fields, contacts } });
  expect(await checked(actor, campaignId)).toMatchObject({
    columns: ["to", "city"],
    summary: { counts: { rows: 1, valid: 1 } },
  });
  await expect(
    storeRecipients({ actor, input: { campaignId, recipients: [{ to: 5 }] } }),
  ).rejects.toMatchObject({ code: "invalid_request" });
});

test("after the start only the name, the rate, and the quiet hours change", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 2);
  for (const wanted of [{ body: "Other" }, { mapping: ["to"] }, { scheduled_at: null }]) {
    await expect(updateCampaign({ actor, input: { ...input, wanted } })).rejects.toMatchObject({
      code: "conflict",
    });
  }
  const wanted = { name: "New", rate: 7, quiet_hours: { from: "22:00", until: "06:30" } };
  expect(await updateCampaign({ actor, input: { ...input, wanted } })).toMatchObject(wanted);
  await expect(deleteDraft({ actor, input })).rejects.toMatchObject({ code: "conflict" });
});

test("rejected rows come as a file with their cells and reasons, safe for a spreadsheet", async () => {
  const actor = await newActor();
  const rows = [
    ["48501000001", "=1+1"],
    ["48501000001", "=cmd|' /C calc'!A0"],
    ["48221234567", "a;b"],
  ];
  const draft = await draftCampaign(actor, { rows, variables: ["note"] });
  const input = { campaignId: draft.campaign_id };
  const english = await new Response(await exportRejected({ actor, input })).text();
  expect(english.split("\r\n")).toEqual([
    "row,to,note,code,reason",
    "3,48501000001,'=cmd|' /C calc'!A0,duplicate,The same number as in row 2.",
    '4,48221234567,"a;b",landline,This is a landline.',
    "",
  ]);
  const polish = { ...actor, language: "pl" as const };
  expect(await new Response(await exportRejected({ actor: polish, input })).text()).toContain(
    "Ten sam numer co w wierszu 2.",
  );
  const all = await new Response(await exportRows({ actor, input })).text();
  expect(all.split("\r\n")).toHaveLength(5);
});

test("a copy has everything but the time; one of the failed has only those", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 5);
  await feedCampaigns();
  await db().execute(sql`
    update ${messages} set status = 'failed', reason = 'carrier_rejected', offered_at = now(), ended_at = now()
    where account_id = ${actor.accountId} and recipient in ('48501000001', '48501000004')`);
  const failed = await copyFailed({ actor, input });
  expect(failed).toMatchObject({ status: "draft", rows: 2, from: "YourBrand", body: "Hello" });
  expect(await checked(actor, failed.campaign_id)).toMatchObject({ summary: { credits: 2 } });
  expect(await duplicateCampaign({ actor, input })).toMatchObject({ status: "draft", rows: 5 });
  const { data } = await listRows({ actor, input: { ...input, status: "failed", limit: 1 } });
  expect(data).toMatchObject([{ to: "48501000001", status: "failed", reason: "carrier_rejected" }]);
  await deleteDraft({ actor, input: { campaignId: failed.campaign_id } });
  const [left] = await db().execute<{ n: number }>(sql`
    select count(*)::int as n from ${campaignRows} where account_id = ${actor.accountId}`);
  expect(left?.n).toBe(10);
});

test("lists go page by page", async () => {
  const actor = await newActor();
  for (const name of ["A", "B", "C"]) await createCampaign({ actor, input: { name } });
  const first = await listCampaigns({ actor, input: { limit: 2 } });
  expect(first.data.map(({ name }) => name)).toEqual(["C", "B"]);
  const cursor = first.nextCursor ?? "";
  const second = await listCampaigns({ actor, input: { limit: 2, cursor } });
  expect(second.data.map(({ name }) => name)).toEqual(["A"]);
  expect(second.nextCursor).toBeNull();
  const wrong = { limit: 2, cursor: "nonsense" };
  await expect(listCampaigns({ actor, input: wrong })).rejects.toMatchObject({
    code: "invalid_request",
  });
});

test("a sample is the text of a row, to a number of one's own, and nobody's message of the campaign", async () => {
  const actor = await newActor();
  const draft = await draftCampaign(actor, {
    rows: [["48501000001", "Ola"]],
    variables: ["first_name"],
    body: "Hello {{first_name}}!",
  });
  const input = { campaignId: draft.campaign_id, to: "48732129000" };
  const { message_id: messageId } = await sendSample({ actor, input });
  expect(await getMessage({ actor, input: { messageId: messageId ?? "" } })).toMatchObject({
    to: "48732129000",
    body: "Hello Ola!",
  });
});

test("results are by country, operator, and reason, with replies and opt-outs since the start", async () => {
  const actor = await newActor();
  const rows = [["48501000001"], ["48501000002"], ["447400123456"]];
  const input = await startedCampaign(actor, 0, { rows });
  await feedCampaigns();
  await db().execute(sql`
    update ${messages} set status = 'failed', reason = 'carrier_rejected', operator = 'Play'
    where account_id = ${actor.accountId} and recipient = '48501000001'`);
  await addOptOut({ actor, input: { number: "48501000002" } });
  await addOptOut({ actor, input: { number: "48501999999" } });
  const results = await resultsOfCampaign({ actor, input });
  expect(results).toMatchObject({
    countries: [
      { name: "PL", messages: 2, statuses: { failed: 1, queued: 1 } },
      { name: "GB", messages: 1 },
    ],
    reasons: [{ reason: "carrier_rejected", status: "failed", messages: 1 }],
    replies: 0,
    opt_outs: 1,
  });
  expect(results.operators).toContainEqual({ name: "Play", messages: 1, statuses: { failed: 1 } });
});

test("erased campaigns say nothing of anybody, and the books still add up", async () => {
  const actor = await newActor();
  const input = await startedCampaign(actor, 0, { rows: phones(600).map((to) => [to]) });
  await feedCampaigns();
  await draftCampaign(actor, { rows: [["48501000001"]] });
  await addOptOut({ actor, input: { number: "48501000550" } });
  await feedCampaigns();
  await eraseCampaigns(actor.accountId, db());
  const view = await getCampaign({ actor, input });
  expect(view).toMatchObject({ name: "", from: "", body: "", credits: { refunded: 1 } });
  const [kept] = await db().execute<{ rows: number; said: number }>(sql`
    select count(*)::int as rows, count(*) filter (where recipient is not null or cells <> '[]')::int as said
    from ${campaignRows} where account_id = ${actor.accountId}`);
  expect(kept).toMatchObject({ rows: 600, said: 0 });
  const findings = (await runAudit()).filter(({ name }) => name.startsWith("campaign"));
  expect(findings.map(({ breaches }) => breaches)).toEqual([0, 0]);
});
