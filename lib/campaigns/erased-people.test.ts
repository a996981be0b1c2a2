import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { erasedMarker, eraseRecipient } from "../messages/erase-recipient";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { untilWaiting } from "../testing/until-waiting";
import { useOwnDatabase } from "../testing/use-own-database";
import { copyFailed } from "./copy-failed";
import { duplicateCampaign } from "./duplicate-campaign";
import { eraseRowsOf } from "./erase-rows-of";
import { exportRows } from "./export-rows";
import { feedCampaigns } from "./feed-campaigns";
import { finishCampaigns } from "./finish-campaigns";
import { resultsOfCampaign } from "./results-of-campaign";
import { startCampaign } from "./start-campaign";

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

test("a draft that is started while somebody is erased sends to everybody it is paid for", async () => {
  const { accountId } = await mintAccount({ credits: 10 });
  const actor = operatorOf(accountId, "live");
  const [number = "", ...others] = phones(3);
  const rows = [number, ...others].map((to) => [to]);
  const { campaign_id: campaignId } = await draftCampaign(actor, { rows });
  const { starting, erasing } = await db().transaction(async (tx) => {
    // The start waits for the account, with the campaign locked.
    await tx.execute(sql`select from accounts where id = ${accountId} for update`);
    const starting = startCampaign({ actor, input: { campaignId } });
    await untilWaiting(1);
    const erasing = eraseRowsOf({ actor, input: { number, marker: erasedMarker } });
    await untilWaiting(2);
    return { starting, erasing };
  });
  await Promise.all([starting, erasing]);
  await feedCampaigns();
  const sent = await db()
    .select({ to: messages.to })
    .from(messages)
    .where(eq(messages.accountId, accountId))
    .orderBy(messages.id);
  expect(sent.map(({ to }) => to)).toEqual([number, ...others]);
});
