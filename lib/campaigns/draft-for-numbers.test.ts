import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { addOptOut } from "../opt-outs/add-opt-out";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { awaitCheck } from "./await-check";
import { checkCampaigns } from "./check-campaigns";
import { draftForNumbers } from "./draft-for-numbers";
import { feedCampaigns } from "./feed-campaigns";
import { listCampaigns } from "./list-campaigns";
import { listRows } from "./list-rows";
import { startCampaign } from "./start-campaign";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const numbers = ["48732129000", "+48732129001", "48732129002"];

const newActor = async (): Promise<Actor> => operatorOf((await mintAccount()).accountId);

const request = (change: Record<string, unknown> = {}) => ({
  ...{ from: "Shop", body: "The shop opens at nine.", idempotency_key: randomUUID() },
  ...change,
});

const draft = (
  actor: Actor,
  message: Record<string, unknown>,
  pasted: readonly string[] = numbers,
) => draftForNumbers({ actor, input: { message, numbers: pasted, defaultCountry: null } });

async function checked(actor: Actor, campaignId: string) {
  while ((await checkCampaigns()) > 0);
  return awaitCheck({ actor, input: { campaignId, timeoutMs: 10_000 } });
}

const keptOf = async (actor: Actor) => (await listCampaigns({ actor, input: { limit: 10 } })).data;

describe("a text for pasted numbers", () => {
  test("is a draft named after it, with a row for each as it was pasted, and the check says who gets none", async () => {
    const actor = await newActor();
    await addOptOut({ actor, input: { number: "48732129002" } });
    const pasted = [...numbers, "48732129000", "48221234567", "732129003", "12"];
    const input = { message: request(), numbers: pasted, defaultCountry: "PL" };
    const { campaign_id: campaignId } = await draftForNumbers({ actor, input });
    const { name, status, rows, summary } = await checked(actor, campaignId);
    expect({ name, status, rows }).toEqual({
      ...{ name: "The shop opens at nine.", status: "draft", rows: 7 },
    });
    expect(summary).toMatchObject({
      counts: { valid: 3, opted_out: 1, duplicate: 1, landline: 1, invalid: 1 },
      credits: 3,
    });
    const { data } = await listRows({ actor, input: { campaignId, limit: 10 } });
    expect(data.map((row) => [row.row, row.cells[0], row.state])).toEqual(
      (["ready", "ready", "opted_out", "duplicate", "landline", "ready", "invalid"] as const).map(
        (state, place) => [place + 1, pasted[place], state],
      ),
    );
  });

  test("goes with its time and its reference once it is started, and costs nothing before", async () => {
    const actor = await newActor();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const message = request({ scheduled_at: at, client_ref: "spring" });
    const { campaign_id: campaignId, scheduled_at } = await draft(actor, message);
    expect(scheduled_at).toBe(at);
    await checked(actor, campaignId);
    expect(await startCampaign({ actor, input: { campaignId } })).toMatchObject({
      status: "scheduled",
      credits: { reserved: 3 },
    });
    while ((await feedCampaigns(new Date(Date.now() + 3_700_000))) > 0);
    const sent = await db().select().from(messages).where(eq(messages.accountId, actor.accountId));
    expect(sent.map(({ to }) => to).sort()).toEqual(numbers.map((each) => each.replace("+", "")));
    expect(new Set(sent.map(({ clientRef }) => clientRef))).toEqual(new Set(["spring"]));
    expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  });
});

describe("the same request again", () => {
  test("is the same draft with its rows once, also ten times at once, and after the start", async () => {
    const actor = await newActor();
    const message = request();
    const all = await Promise.all(Array.from({ length: 10 }, () => draft(actor, message)));
    expect(new Set(all.map(({ campaign_id }) => campaign_id)).size).toBe(1);
    const campaignId = all[0]?.campaign_id ?? "";
    expect(await keptOf(actor)).toMatchObject([{ campaign_id: campaignId, rows: 3 }]);
    await checked(actor, campaignId);
    await startCampaign({ actor, input: { campaignId } });
    expect(await draft(actor, message)).toMatchObject({ campaign_id: campaignId, rows: 3 });
    expect((await keptOf(actor)).map(({ status }) => status)).toEqual(["running"]);
  });

  test("completes a draft whose rows were never stored", async () => {
    const actor = await newActor();
    const message = request();
    const { campaign_id } = await draft(actor, message);
    await db().update(campaigns).set({ rows: 0 }).where(eq(campaigns.accountId, actor.accountId));
    await db().delete(campaignRows).where(eq(campaignRows.accountId, actor.accountId));
    expect(await draft(actor, message)).toMatchObject({ campaign_id, rows: 3 });
  });

  test("leaves a draft as it was changed meanwhile, and its key is of no other text or list", async () => {
    const actor = await newActor();
    const message = request();
    const { campaign_id } = await draft(actor, message);
    await db().execute(sql`
      update ${campaigns} set body = 'Changed' where account_id = ${actor.accountId}::uuid`);
    expect(await draft(actor, message)).toMatchObject({ campaign_id, body: "Changed", rows: 3 });
    const mismatch = { code: "idempotency_mismatch" };
    await expect(draft(actor, { ...message, body: "Other" })).rejects.toMatchObject(mismatch);
    await expect(draft(actor, message, numbers.slice(1))).rejects.toMatchObject(mismatch);
    expect(await keptOf(actor)).toHaveLength(1);
  });
});

describe("what is refused leaves no draft behind", () => {
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ["body", { body: "" }, numbers],
    ["body", { body: "a".repeat(1531) }, numbers],
    ["body", { body: "Hello {{first_name}}" }, numbers],
    ["body", { body: "Hello {{first_name|there}}" }, numbers],
    ["body", { body: "Hello {{ }}" }, numbers],
    ["body", { body: "Hello {{ there" }, numbers],
    ["from", { from: "Far too long a name" }, numbers],
    ["scheduled_at", { scheduled_at: "2020-01-01T00:00:00Z" }, numbers],
    ["client_ref", { client_ref: "x".repeat(256) }, numbers],
    ["idempotency_key", { idempotency_key: "mine" }, numbers],
    ["to", {}, Array.from({ length: 10_001 }, (_, at) => String(48_732_100_000 + at))],
    // Found out while the rows are stored.
    ["recipients", {}, [...numbers, "1".repeat(1001)]],
  ])("%s: %j", async (field, change, pasted) => {
    const actor = await newActor();
    await expect(draft(actor, request(change), pasted)).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { [field]: [expect.any(String)] } },
    });
    expect(await keptOf(actor)).toEqual([]);
  });

  test("by a token that may only read", async () => {
    const actor = { ...(await newActor()), scopes: ["read" as const] };
    await expect(draft(actor, request())).rejects.toMatchObject({ code: "forbidden" });
    expect(await keptOf(actor)).toEqual([]);
  });
});

test("a text with braces is refused or goes out as it was written", async () => {
  const actor = await newActor();
  const pieces = fc.constantFrom("{", "}", "{{", "}}", "{{a}}", "{{a|b}}", "|", "a", " ", "{a}");
  const texts = fc.sample(fc.array(pieces, { minLength: 1, maxLength: 6 }), {
    ...{ numRuns: 60, seed: 11 },
  });
  let written = 0;
  for (const body of new Set(texts.map((each) => `Hi ${each.join("")}`))) {
    const outcome = await draft(actor, request({ body }), numbers.slice(0, 2)).catch(
      (error: { details: unknown }) => error.details,
    );
    if (!outcome || typeof outcome !== "object" || !("campaign_id" in outcome)) {
      expect(outcome).toMatchObject({ fields: { body: [expect.any(String)] } });
      continue;
    }
    written += 1;
    const { summary } = await checked(actor, String(outcome.campaign_id));
    expect(summary?.counts.valid).toBe(2);
    expect(summary?.samples.map((sample) => sample.body)).toEqual([body, body]);
  }
  expect(written).toBeGreaterThan(5);
}, 60_000);
