import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { startedCampaign } from "../testing/play-campaign";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { feedCampaign } from "./_feed-campaign";
import { listStuckCampaigns } from "./list-stuck-campaigns";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase?.());

/** A campaign that began twenty minutes ago and has rows left. */
async function mintCampaign() {
  const { actor, accountId } = await mintSignedIn();
  const { campaignId } = await startedCampaign(actor, 5, { settings: { rate: 1 } });
  const id = parsePublicId("cmp", campaignId) ?? "";
  const began = { status: "running", startedAt: sql`now() - interval '20 minutes'` } as const;
  await db().update(campaigns).set(began).where(eq(campaigns.id, id));
  return { accountId, id };
}

test("campaigns that go on hide none that is stuck, however few are listed", async () => {
  const { actor: person } = await mintSignedIn();
  const actor = { ...person, isAdmin: true };
  const [going, alsoGoing, stuck] = [
    await mintCampaign(),
    await mintCampaign(),
    await mintCampaign(),
  ];
  for (const each of [going, alsoGoing]) expect(await feedCampaign(each, new Date())).toBe(1);
  const input = { minutes: 10, limit: 1 };
  expect(await listStuckCampaigns({ actor, input })).toMatchObject([
    { ...stuck, problem: "not_sent" },
  ]);
});
