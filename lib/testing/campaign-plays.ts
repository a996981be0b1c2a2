import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { createToken } from "../tokens/create-token";
import { demandApproval } from "./demand-approval";
import { mintAccount } from "./mint-account";
import type { Ask, Plays, Stage } from "./play";
import { phones } from "./play-campaign";

const draft = { name: "May sale", from: "YourBrand", body: "Hi {{first_name|there}}!" };

/** A campaign with these fields beside a text. */
async function idOfCampaign({ make }: Stage, fields: object): Promise<Ask> {
  const { campaign_id } = await make("createCampaign", { body: { ...draft, ...fields } });
  return { params: { campaign_id: String(campaign_id) } };
}

const idOfDraft = (stage: Stage) => idOfCampaign(stage, { start: false });
const people = (count: number) => phones(count).map((to) => ({ to }));
const idOfFilledDraft = (stage: Stage) =>
  idOfCampaign(stage, { start: false, recipients: people(2) });
/** So slow that it runs until the test is over. */
const idOfRunning = (stage: Stage) => idOfCampaign(stage, { rate: 1, recipients: people(200) });

async function idOfPaused(stage: Stage): Promise<Ask> {
  const ask = await idOfRunning(stage);
  await stage.make("pauseCampaign", ask);
  return ask;
}

async function idOfCancelled(stage: Stage): Promise<Ask> {
  const ask = await idOfRunning(stage);
  await stage.make("cancelCampaign", ask);
  return ask;
}

async function idOfFinished(stage: Stage): Promise<Ask> {
  const ask = await idOfCampaign(stage, { recipients: people(1) });
  const status = async () => (await stage.make("getCampaign", ask))["status"];
  await expect.poll(status, { timeout: 15_000 }).toBe("finished");
  return ask;
}

async function fillWithDrafts({ account: { accountId } }: Stage): Promise<Ask> {
  await db().execute(sql`
    insert into campaigns (account_id, id, name, status, test, source)
    select ${accountId}::uuid, gen_random_uuid(), 'Draft', 'draft', false, 'api' from generate_series(1, 500)`);
  return {};
}

/** One that may spend a credit a day. */
async function limitedToken(accountId: string): Promise<string> {
  const { token } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "limited", mode: "live", daily_limit: 1 },
  });
  return token;
}

/** As `plays`, of the calls of campaigns. */
export const campaignPlays: Record<string, Plays> = {
  createCampaign: {
    refusals: {
      insufficient_credits: async () => ({ token: (await mintAccount({ credits: 0 })).token }),
      spend_limit_reached: async ({ account: { accountId } }) => ({
        token: await limitedToken(accountId),
        body: { ...draft, recipients: people(2) },
      }),
      sender_not_approved: () => ({
        ...demandApproval(),
        body: { ...draft, recipients: people(1) },
      }),
      conflict: fillWithDrafts,
      idempotency_mismatch: async ({ make }) => {
        const idempotency_key = randomUUID();
        const body = { ...draft, recipients: people(1), idempotency_key };
        await make("createCampaign", { body });
        return { body: { ...body, body: "Another text" } };
      },
    },
  },
  listCampaigns: { refusals: { invalid_request: () => ({ query: { limit: "1001" } }) } },
  getCampaign: { prepare: idOfDraft },
  updateCampaign: { prepare: idOfDraft, refusals: { conflict: idOfCancelled } },
  deleteCampaign: { prepare: idOfDraft, refusals: { conflict: idOfRunning } },
  uploadRecipients: {
    prepare: idOfDraft,
    refusals: { invalid_request: () => ({ text: "" }), conflict: idOfRunning },
  },
  listRecipients: { prepare: idOfFilledDraft },
  startCampaign: {
    prepare: idOfFilledDraft,
    refusals: {
      conflict: idOfCancelled,
      sender_not_approved: async (stage) => ({
        ...(await idOfFilledDraft(stage)),
        ...demandApproval(),
      }),
      spend_limit_reached: async (stage) => ({
        ...(await idOfFilledDraft(stage)),
        token: await limitedToken(stage.account.accountId),
      }),
      insufficient_credits: (stage) =>
        idOfCampaign(stage, { start: false, recipients: people(1001) }),
    },
  },
  pauseCampaign: { prepare: idOfRunning, refusals: { conflict: idOfDraft } },
  resumeCampaign: { prepare: idOfPaused, refusals: { conflict: idOfDraft } },
  cancelCampaign: { prepare: idOfRunning, refusals: { conflict: idOfFinished } },
};
