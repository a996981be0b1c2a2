import { afterAll, beforeAll, expect, test } from "vitest";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { feedCampaigns } from "../campaigns/feed-campaigns";
import { operatorOf } from "../core/actor";
import { draftCampaign, startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { readCommand } from "./read-command";

const email = "owner@example.com";

async function run(command: string, ...values: string[]) {
  const request = readCommand([...command.split(" "), "--email", email, ...values]);
  if (request.kind !== "run") throw new Error(JSON.stringify(request));
  return request.run();
}

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({});
  await run("account create", "--password", "long enough for anybody", "--credits", "100");
});
afterAll(() => dropDatabase());

test("campaigns of an account are listed, shown, paused, resumed, and cancelled", async () => {
  const { accountId } = await findAccountByEmail(email);
  const actor = operatorOf(accountId, "live");
  expect((await run("campaign list")).lines).toEqual(["No campaigns."]);
  const { campaignId } = await startedCampaign(actor, 3);
  const draft = await draftCampaign(actor, { rows: [["48501000000"]] });
  await feedCampaigns();
  expect((await run("campaign list")).lines).toEqual([
    expect.stringContaining(`${draft.campaign_id}  draft      live  1 row `),
    expect.stringContaining(`${campaignId}  running    live  3 people`),
  ]);
  expect((await run("campaign list", "--status", "draft")).json).toHaveLength(1);
  const id = ["--id", campaignId] as const;
  expect((await run("campaign show", ...id)).lines).toEqual(
    expect.arrayContaining(["3 people: 3 queued", "credits: 3 reserved, 3 charged, 0 refunded"]),
  );
  expect((await run("campaign pause", ...id)).json).toMatchObject({ status: "paused" });
  expect((await run("campaign resume", ...id)).lines).toEqual([
    `${campaignId} (Spring) is running.`,
  ]);
  expect((await run("campaign cancel", ...id)).lines).toEqual([
    `${campaignId} (Spring) is cancelled. Refunded so far: 3 credits.`,
  ]);
  await expect(run("campaign pause", ...id)).rejects.toMatchObject({ code: "conflict" });
});

test("a campaign of nobody, and a status that there is none of, are refused", async () => {
  const id = "cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
  for (const verb of ["show", "pause", "resume", "cancel"]) {
    await expect(run(`campaign ${verb}`, "--id", id)).rejects.toMatchObject({ code: "not_found" });
    await expect(run(`campaign ${verb}`)).rejects.toThrow("Missing required option --id.");
  }
  await expect(run("campaign list", "--status", "gone")).rejects.toThrow("--status must be one of");
});
