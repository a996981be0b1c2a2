import { afterAll, beforeAll, expect, test } from "vitest";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { getBalance } from "../credits/get-balance";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { runWorker } from "../worker/run-worker";
import { cancelCampaign } from "./cancel-campaign";
import { feedCampaigns } from "./feed-campaigns";
import { getCampaign } from "./get-campaign";
import { pauseCampaign } from "./pause-campaign";
import { resumeCampaign } from "./resume-campaign";
import { startCampaign } from "./start-campaign";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

async function breaches() {
  return (await runAudit()).filter(({ breaches }) => breaches > 0);
}

test("a campaign is checked, charged at its start, sent, and finished", async () => {
  const { accountId } = await mintAccount({ credits: 5000 });
  const actor = operatorOf(accountId, "live");
  const draft = await draftCampaign(actor, {
    rows: phones(1200).map((to, place) => [to, place % 2 ? "Ola" : ""]),
    variables: ["first_name"],
    body: "Hello {{first_name|there}}!",
  });
  expect(draft).toMatchObject({
    is_checked: true,
    summary: { counts: { rows: 1200, valid: 1200 }, credits: 1200 },
  });
  const campaignId = draft.campaign_id;
  const input = { campaignId };
  const started = await startCampaign({ actor, input });
  expect(started).toMatchObject({
    status: "running",
    credits: { reserved: 1200, charged: 1200, given_back: 0 },
  });
  expect(await getBalance({ actor })).toBe(3800);
  expect(await startCampaign({ actor, input })).toMatchObject({ status: "running" });
  expect(await getBalance({ actor })).toBe(3800);
  const worker = runWorker();
  try {
    await expect
      .poll(() => getCampaign({ actor, input }), { timeout: 60_000 })
      .toMatchObject({ status: "finished", progress: { statuses: { delivered: 1200 } } });
  } finally {
    await worker.stop();
  }
  expect(await breaches()).toEqual([]);
}, 90_000);

test("pause, resume, cancel", async () => {
  const { accountId } = await mintAccount({ credits: 5000 });
  const actor = operatorOf(accountId, "live");
  const draft = await draftCampaign(actor, { rows: phones(1200).map((to) => [to]) });
  const input = { campaignId: draft.campaign_id };
  await startCampaign({ actor, input });
  await feedCampaigns();
  expect(await pauseCampaign({ actor, input })).toMatchObject({
    status: "paused",
    progress: { waiting: 700, statuses: { queued: 500 } },
  });
  expect(await feedCampaigns()).toBe(0);
  expect(await resumeCampaign({ actor, input })).toMatchObject({ status: "running" });
  expect(await cancelCampaign({ actor, input })).toMatchObject({
    status: "cancelled",
    credits: { reserved: 1200, charged: 0, given_back: 1200 },
    progress: { not_sent: 700 },
  });
  expect(await getBalance({ actor })).toBe(5000);
  expect(await breaches()).toEqual([]);
});
