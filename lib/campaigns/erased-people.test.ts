import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { erasedMarker, eraseRecipient } from "../messages/erase-recipient";
import { mintAccount } from "../testing/mint-account";
import { startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { copyFailed } from "./copy-failed";
import { duplicateCampaign } from "./duplicate-campaign";
import { eraseRowsOf } from "./erase-rows-of";
import { exportRows } from "./export-rows";
import { feedCampaigns } from "./feed-campaigns";
import { finishCampaigns } from "./finish-campaigns";
import { resultsOfCampaign } from "./results-of-campaign";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({});
});
afterAll(() => dropDatabase());

test("nobody who was erased is sent a campaign again, or counted among those who can be", async () => {
  const { accountId } = await mintAccount({ credits: 10 });
  const actor = operatorOf(accountId, "live");
  const input = await startedCampaign(actor, 3);
  await feedCampaigns();
  await db().execute(sql`
    update ${messages} set status = 'failed', reason = 'carrier_rejected', offered_at = now(), ended_at = now()
    where account_id = ${accountId}`);
  await finishCampaigns();
  expect(await resultsOfCampaign({ actor, input })).toMatchObject({ failed: 3 });
  const number = "48501000001";
  await db().transaction((tx) => eraseRecipient({ accountId, number, limit: 10 }, tx));
  await eraseRowsOf({ actor, input: { number, marker: erasedMarker } });
  expect(await resultsOfCampaign({ actor, input })).toMatchObject({ failed: 2 });
  expect(await copyFailed({ actor, input })).toMatchObject({ rows: 2 });
  expect(await duplicateCampaign({ actor, input })).toMatchObject({ rows: 2 });
  const file = await new Response(await exportRows({ actor, input })).text();
  expect(file).toContain(",erased,");
  expect(file).not.toContain("+erased");
});
