import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { getCampaign } from "./get-campaign";
import { startCampaign } from "./start-campaign";
import { updateCampaign } from "./update-campaign";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ RATE_LIMIT_MESSAGES: "5", RATE_LIMIT_TEST_MESSAGES: "5" });
});
afterAll(() => dropDatabase());

async function newActor(mode: "live" | "test" = "live"): Promise<Actor> {
  const { accountId } = await mintAccount({ credits: 100 });
  return operatorOf(accountId, mode);
}

test("a test campaign counts as so many test messages, and beyond the limit its start is refused", async () => {
  const actor = await newActor("test");
  const input = await startedCampaign(actor, 4);
  expect(await startCampaign({ actor, input })).toMatchObject({ status: "running" });
  const { campaign_id: campaignId } = await draftCampaign(actor, { rows: [["48501000000"]] });
  await startCampaign({ actor, input: { campaignId } });
  const { campaign_id: next } = await draftCampaign(actor, {
    rows: phones(2).map((to) => [to]),
  });
  const live = operatorOf(actor.accountId, "live");
  for (const starter of [actor, live]) {
    await expect(
      startCampaign({ actor: starter, input: { campaignId: next } }),
    ).rejects.toMatchObject({
      code: "rate_limited",
      details: { retryAfterMs: expect.any(Number), rate: { policy: "messages" } },
    });
  }
  expect(await getCampaign({ actor, input: { campaignId: next } })).toMatchObject({
    status: "draft",
  });
});

test("a live campaign is limited by its credits and its rate, not by the limit of messages", async () => {
  const actor = await newActor();
  for (const people of [8, 8]) await startedCampaign(actor, people);
});

const russian = "79161234567";
/** Russia has clocks ten hours apart, so that fourteen hours are quiet somewhere at every moment. */
const tooLong = { from: "19:00", until: "09:00" };

test("quiet hours that never end in one of its countries refuse the start, and say which", async () => {
  const actor = await newActor();
  const { campaign_id: campaignId } = await draftCampaign(actor, {
    rows: [["48501000000"], [russian]],
    settings: { quiet_hours: tooLong },
  });
  const input = { campaignId };
  const refusal = await startCampaign({ actor, input }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: "invalid_request",
    details: { fields: { quiet_hours: [expect.stringContaining("RU")] } },
  });
  const wanted = { quiet_hours: { from: "21:00", until: "09:00" } };
  await updateCampaign({ actor, input: { ...input, wanted } });
  expect(await startCampaign({ actor, input })).toMatchObject({ status: "running" });
  await expect(
    updateCampaign({ actor, input: { ...input, wanted: { quiet_hours: tooLong } } }),
  ).rejects.toMatchObject({ code: "invalid_request" });
});

test("where a country has one clock, quiet hours may be as long as they like", async () => {
  const actor = await newActor();
  const settings = { quiet_hours: { from: "08:01", until: "08:00" } };
  const input = await startedCampaign(actor, 1, { settings });
  expect(await getCampaign({ actor, input })).toMatchObject({ status: "running" });
});
