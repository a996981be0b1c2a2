import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { startedCampaign, uncheckedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { listCampaigns } from "./list-campaigns";
import { sweepDrafts } from "./sweep-drafts";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({});
});
afterAll(() => dropDatabase());

async function named(actor: Actor): Promise<string[]> {
  const { data } = await listCampaigns({ actor, input: { limit: 50 } });
  return data.map(({ name }) => name).toSorted();
}

test("a file that was uploaded and left is gone after 30 days, with its rows; anybody's work is not", async () => {
  const { accountId } = await mintAccount({ credits: 10 });
  const actor = operatorOf(accountId, "live");
  const rows = [["48501000000"]];
  const draft = (name: string, body: string, settings = {}) =>
    uncheckedCampaign(actor, { rows, body, settings: { name, ...settings } });
  await draft("Left", "", { from: "" });
  await draft("New", "", { from: "" });
  await draft("With a text", "Hello", { from: "" });
  await draft("With a sender", "");
  await startedCampaign(actor, 1, { settings: { name: "Started" } });
  await db().execute(sql`
    update ${campaigns} set updated_at = now() - interval '31 days'
    where account_id = ${accountId} and name <> 'New'`);
  expect(await sweepDrafts()).toBe(1);
  expect(await named(actor)).toEqual(["New", "Started", "With a sender", "With a text"]);
  const kept = await db().select().from(campaignRows).where(eq(campaignRows.accountId, accountId));
  expect(kept).toHaveLength(4);
  expect(await sweepDrafts()).toBe(0);
  expect(await sweepDrafts(new Date(Date.now() + 31 * 86_400_000))).toBe(1);
  expect(await named(actor)).toEqual(["Started", "With a sender", "With a text"]);
});
