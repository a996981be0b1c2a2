import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount } from "../accounts/create-account";
import { runAudit } from "../audit/run-audit";
import { type Actor, operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { newId, parsePublicId, publicId } from "../core/ids";
import { listLog } from "../message-log/list-log";
import { LogQuery } from "../message-log/log-contract";
import { traceMessage } from "../message-log/trace-message";
import { cancelMessage } from "../messages/cancel-message";
import { sendBatch } from "../sending/send-batch";
import { countAgain } from "../testing/count-again";
import { migrateExcept } from "../testing/migrate-except";
import { runSql } from "../testing/run-sql";
import { createCampaign } from "./create-campaign";
import { draftForNumbers } from "./draft-for-numbers";
import { duplicateCampaign } from "./duplicate-campaign";
import { feedCampaigns } from "./feed-campaigns";
import { finishCampaigns } from "./finish-campaigns";
import { getCampaign } from "./get-campaign";
import { listCampaigns } from "./list-campaigns";
import { listRows } from "./list-rows";
import { resultsOfCampaign } from "./results-of-campaign";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

let actor: Actor;
let counted: Record<"ended" | "open" | "empty" | "erased" | "taken", string>;
let messageIds: string[];

/** The messages of one request, as a send to many made them. */
async function send(numbers: string[], sendId: string, change: object = {}): Promise<string[]> {
  const wires = numbers.map((to) => ({ from: "Shop", to, body: "We open at nine.", ...change }));
  const { data } = await sendBatch({ actor, input: { messages: wires } });
  const ids = data.map((item) =>
    parsePublicId("msg", String("message_id" in item && item.message_id)),
  );
  await runSql(url, "update messages set send_id = $1 where id = any($2)", [sendId, ids]);
  return ids.map((id) => publicId("msg", id ?? ""));
}

async function end(sendId: string, status: string): Promise<void> {
  await runSql(
    url,
    `with ended as (
      update messages set status = $2, sent_at = now(), ended_at = now(), offered_at = now()
      where send_id = $1 and status = 'queued' returning account_id, id
    ) insert into message_events (account_id, message_id, id, type, terminal, at, source)
    select account_id, id, gen_random_uuid(), 'sms.' || $2, true, now(), 'carrier' from ended`,
    [sendId, status],
  );
  await countAgain(actor.accountId);
}

async function nameSend(called: string, key: string = randomUUID()): Promise<string> {
  const id = newId();
  await runSql(
    url,
    "insert into sends (account_id, id, name, key, recipients, created_at) values ($1, $2, $3, $4, 3, now())",
    [actor.accountId, id, called, key],
  );
  return id;
}

beforeAll(async () => {
  await runSql(shared, `create database ${name}`);
  const makeCampaigns = await migrateExcept(url, "0027_sends_become_campaigns");
  Object.assign(process.env, { DATABASE_URL: url });
  const person = { email: `${randomUUID()}@example.com`, password: randomUUID(), credits: 100 };
  actor = operatorOf((await createAccount(person)).accountId);
  const key = randomUUID();
  await createCampaign({ actor, input: { name: "With the key", idempotency_key: key } });
  counted = {
    ended: await nameSend("Opening hours"),
    open: await nameSend("Continued"),
    empty: await nameSend("Nobody"),
    erased: await nameSend("Erased"),
    taken: await nameSend("Its key is taken", key),
  };
  messageIds = await send(["48732129000", "48732129001", "48732129002"], counted.ended);
  await cancelMessage({ actor, input: { messageId: messageIds[0] ?? "" } });
  await end(counted.ended, "delivered");
  await send(["48732129000"], counted.open);
  await send(["48732129001"], counted.open, { scheduled_at: tomorrow, client_ref: "spring" });
  await send(["48732129003", "48732129004", "48732129005"], counted.erased);
  await end(counted.erased, "failed");
  await runSql(
    url,
    "update messages set recipient = 'erased', body = 'erased' where send_id = $1 and recipient <> '48732129005'",
    [counted.erased],
  );
  await send(["48732129000"], counted.taken);
  await makeCampaigns();
  await countAgain(actor.accountId);
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await runSql(shared, `drop database ${name} with (force)`);
});

const view = (id: string) => getCampaign({ actor, input: { campaignId: publicId("cmp", id) } });

test("a send to many becomes a finished campaign with its name, its text, and its figures", async () => {
  const campaign = await view(counted.ended);
  expect(campaign).toMatchObject({
    ...{ name: "Opening hours", status: "finished", from: "Shop", body: "We open at nine." },
    ...{ test: false, rows: 3, mapping: ["to"], is_checked: true },
    credits: { reserved: 3, charged: 2, refunded: 1 },
    progress: { people: 3, waiting: 0, statuses: { cancelled: 1, delivered: 2 }, submitted: 2 },
    ended_at: expect.any(String),
  });
  const { data } = await listRows({
    ...{ actor, input: { campaignId: campaign.campaign_id, limit: 10 } },
  });
  expect(data.map(({ row, cells, message_id }) => [row, cells, message_id])).toEqual(
    messageIds.map((id, place) => [place + 1, [`+4873212900${place}`], id]),
  );
});

test("its results and its rows know the country of each number", async () => {
  const input = { campaignId: publicId("cmp", counted.ended) };
  const { countries } = await resultsOfCampaign({ actor, input });
  expect(countries).toEqual([
    { name: "PL", messages: 3, statuses: { cancelled: 1, delivered: 2 } },
  ]);
  const { data } = await listRows({ actor, input: { ...input, limit: 10 } });
  expect(data.map(({ country }) => country)).toEqual(["PL", "PL", "PL"]);
  const erased = { campaignId: publicId("cmp", counted.erased) };
  const after = await resultsOfCampaign({ actor, input: erased });
  expect(after.countries.map(({ name, messages }) => [name, messages])).toEqual([
    [null, 2],
    ["PL", 1],
  ]);
});

test("one that has messages left counts them as they end, and no worker looks at it", async () => {
  expect((await view(counted.open)).progress?.statuses).toEqual({ queued: 1, scheduled: 1 });
  expect([await feedCampaigns(), await finishCampaigns()]).toEqual([0, 0]);
  await end(counted.open, "delivered");
  const { status, progress } = await view(counted.open);
  expect(status).toBe("finished");
  expect(progress?.statuses).toEqual({ delivered: 1, scheduled: 1 });
});

test("nothing is made of one without a message, and a key stays with the campaign that has it", async () => {
  const { data } = await listCampaigns({ actor, input: { limit: 10 } });
  expect(data.map((each) => each.name).sort()).toEqual([
    "Continued",
    "Erased",
    "Its key is taken",
    "Opening hours",
    "With the key",
  ]);
  const keys = await runSql<{ name: string; has_key: boolean }>(
    url,
    "select name, key is not null as has_key from campaigns",
  );
  expect(keys.filter((row) => !row.has_key).map((row) => row.name)).toEqual(["Its key is taken"]);
});

test("a request that was sent before the upgrade makes no campaign after it", async () => {
  const [row] = await runSql<{ key: string }>(url, "select key from campaigns where id = $1", [
    counted.ended,
  ]);
  const message = { from: "Shop", body: "We open at nine.", idempotency_key: row?.key };
  const numbers = ["48732129000", "48732129001", "48732129002"];
  const again = draftForNumbers({ actor, input: { message, numbers, defaultCountry: null } });
  await expect(again).rejects.toMatchObject({ code: "idempotency_mismatch" });
});

test("the log is filtered by it, by old links, too, and its messages keep their lines of the ledger", async () => {
  for (const prefix of ["cmp", "snd"]) {
    const id = publicId("cmp", counted.ended).replace("cmp", prefix);
    const { data } = await listLog({ actor, input: LogQuery.parse({ send: id }) });
    expect(data.map((each) => each.message_id).sort()).toEqual([...messageIds].sort());
    expect(data[0]?.campaign_id).toBe(publicId("cmp", counted.ended));
  }
  const trace = await traceMessage({ actor, input: { messageId: messageIds[0] ?? "" } });
  expect(trace.movements.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["charge", -3],
    ["refund", 1],
  ]);
});

test("who was erased stays erased, and it can be sent again as a draft", async () => {
  const { campaign_id: campaignId, body } = await view(counted.erased);
  expect(body).toBe("We open at nine.");
  const { data } = await listRows({ actor, input: { campaignId, limit: 10 } });
  expect(data.map(({ cells }) => cells[0]).sort()).toEqual(["", "", "+48732129005"]);
  const copy = await duplicateCampaign({
    ...{ actor, input: { campaignId: publicId("cmp", counted.ended) } },
  });
  expect(copy).toMatchObject({ status: "draft", rows: 3, body: "We open at nine." });
});

test("everything still adds up, and the table is gone", async () => {
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  const [row] = await runSql<{ gone: boolean }>(url, "select to_regclass('sends') is null as gone");
  expect(row?.gone).toBe(true);
});
