import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaigns } from "@/drizzle/schema/campaigns";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { cancelCampaign } from "./cancel-campaign";
import { createCampaign } from "./create-campaign";
import { deleteDraft } from "./delete-draft";
import { feedCampaigns } from "./feed-campaigns";
import { getCampaign } from "./get-campaign";
import { storeRecipients } from "./store-recipients";
import { updateCampaign } from "./update-campaign";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

async function newActor(): Promise<Actor> {
  return operatorOf((await mintAccount({ credits: 1000 })).accountId, "live");
}

test("people whose variables all have other names are refused before a table is made of them", async () => {
  const actor = await newActor();
  const { campaign_id: campaignId } = await createCampaign({ actor, input: { name: "Wide" } });
  // As a table, more than a billion cells.
  const recipients = phones(5000).map((to, row) => ({
    to,
    variables: Object.fromEntries(
      Array.from({ length: 50 }, (_, place) => [`v${row}_${place}`, ""]),
    ),
  }));
  await expect(storeRecipients({ actor, input: { campaignId, recipients } })).rejects.toMatchObject(
    { code: "invalid_request" },
  );
});

test("a scheduled campaign whose time is taken away starts at once", async () => {
  const actor = await newActor();
  const settings = { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() };
  const { campaignId } = await startedCampaign(actor, 2, { settings });
  await updateCampaign({ actor, input: { campaignId, wanted: { scheduled_at: null } } });
  expect(await feedCampaigns()).toBe(2);
  const { status, started_at } = await getCampaign({ actor, input: { campaignId } });
  expect([status, started_at]).toEqual(["running", expect.any(String)]);
});

test("a key is of one request and one mode, however close two of them come", async () => {
  const actor = await newActor();
  const input = { name: "Mine", idempotency_key: randomUUID() };
  const create = (more: { actor?: Actor; requestHash: string }) =>
    createCampaign({ actor, input, ...more });
  await create({ requestHash: "one" });
  await expect(create({ requestHash: "other" })).rejects.toMatchObject({
    code: "idempotency_mismatch",
  });
  const tester = { ...actor, mode: "test" as const };
  await expect(create({ actor: tester, requestHash: "one" })).rejects.toMatchObject({
    code: "idempotency_mismatch",
  });
});

test("marks without end in the values of a text are refused without composing them", async () => {
  const actor = await newActor();
  const [to = ""] = phones(1);
  // In pairs that have to change places.
  const rows = [[to, "\u0301\u0316".repeat(500)]];
  const wanted = { rows, variables: ["v"], body: "{{v}}".repeat(1000) };
  const { summary } = await draftCampaign(actor, wanted);
  expect(summary?.counts).toMatchObject({ valid: 0, too_long: 1 });
});

test("an account cannot keep people without end in what it never starts, and can make room", async () => {
  const actor = await newActor();
  const [full, next] = await Promise.all(
    ["Full", "Next"].map((name) => createCampaign({ actor, input: { name } })),
  );
  const kept = { campaignId: full?.campaign_id ?? "" };
  await db().update(campaigns).set({ rows: 2_000_000 }).where(eq(campaigns.name, "Full"));
  await cancelCampaign({ actor, input: kept });
  const recipients = phones(1).map((to) => ({ to }));
  const input = { campaignId: next?.campaign_id ?? "", recipients };
  await expect(storeRecipients({ actor, input })).rejects.toMatchObject({ code: "conflict" });
  await deleteDraft({ actor, input: kept });
  expect((await storeRecipients({ actor, input })).rows).toBe(1);
});
