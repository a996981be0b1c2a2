import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shortLinks } from "@/drizzle/schema/links";
import { messages } from "@/drizzle/schema/messages";
import { createCampaign } from "../campaigns/create-campaign";
import { feedCampaigns } from "../campaigns/feed-campaigns";
import { getCampaign } from "../campaigns/get-campaign";
import { resultsOfCampaign } from "../campaigns/results-of-campaign";
import { sendSample } from "../campaigns/send-sample";
import { startCampaign } from "../campaigns/start-campaign";
import { updateCampaign } from "../campaigns/update-campaign";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { appUrl } from "../core/env";
import { countSegments } from "../sms/count-segments";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { answerLink } from "./answer-link";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ RATE_LIMIT_MESSAGES: "0" });
});
afterAll(() => dropDatabase());

const phone = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36";
const target = "https://shop.example.com/sale";
const other = `https://shop.example.com/${"a".repeat(200)}`;

async function mint(): Promise<Actor> {
  return operatorOf((await mintAccount({ credits: 5000 })).accountId, "live");
}

function linksOf({ accountId }: Actor) {
  return db().select().from(shortLinks).where(eq(shortLinks.accountId, accountId));
}

function messagesOf({ accountId }: Actor) {
  return db().select().from(messages).where(eq(messages.accountId, accountId));
}

function open(code: string, userAgent: string) {
  const request = new Request(`${appUrl()}/l/x`, { headers: { "user-agent": userAgent } });
  return answerLink(request, code, null);
}

test("each person has links of their own, priced at their final length, and opens are counted by person", async () => {
  const actor = await mint();
  const people = 412;
  const draft = await draftCampaign(actor, {
    rows: phones(people).map((to, place) => [to, place % 2 ? "Ola" : ""]),
    variables: ["first_name"],
    body: `Hello {{first_name|there}}! {{link:${target}}} or {{link: ${other} }}`,
  });
  const campaignId = draft.campaign_id;
  const sample = draft.summary?.samples[0]?.body ?? "";
  await startCampaign({ actor, input: { campaignId } });
  while ((await feedCampaigns()) > 0);
  const [links, sent] = await Promise.all([linksOf(actor), messagesOf(actor)]);
  expect(links).toHaveLength(2 * people);
  expect(new Set(sent.map(({ body }) => body)).size).toBe(people);
  expect(sent.map(({ body }) => body.length)).toContain(sample.length);
  for (const { id, body, segments, credits } of sent) {
    const own = links.filter(({ messageId }) => messageId === id);
    expect(own.map((each) => each.target).toSorted()).toEqual([other, target].toSorted());
    for (const { code } of own) expect(body).toContain(`/l/${code}`);
    expect([segments, credits]).toEqual([
      countSegments(body).segments,
      countSegments(body).segments,
    ]);
  }
  const { credits } = await getCampaign({ actor, input: { campaignId } });
  expect(credits.charged).toBe(sent.reduce((sum, each) => sum + each.credits, 0));

  const first = links.filter((each) => each.target === target);
  for (const { code } of first.slice(0, 37)) {
    expect((await open(code, phone)).headers.get("location")).toBe(target);
  }
  await open(first[0]?.code ?? "", phone);
  await open(first[40]?.code ?? "", "WhatsApp/2.23.20.0");
  const results = await resultsOfCampaign({ actor, input: { campaignId } });
  expect(results.links).toEqual([
    { target, people, opened: 37, opens: 38, previews: 1 },
    { target: other, people, opened: 0, opens: 0, previews: 0 },
  ]);
});

test("a value never becomes a link, in a campaign or in its sample", async () => {
  const actor = await mint();
  const value = "{{link:https://evil.example.com}}";
  const draft = await draftCampaign(actor, {
    rows: [["48501000000", value]],
    variables: ["name"],
    body: `Hi {{name}}, {{link:${target}}}`,
  });
  const input = { campaignId: draft.campaign_id };
  const sample = sendSample({ actor, input: { ...input, to: "48732129000" } });
  await expect(sample).rejects.toMatchObject({ code: "conflict" });
  await startCampaign({ actor, input });
  while ((await feedCampaigns()) > 0);
  expect(await linksOf(actor)).toMatchObject([{ target }]);
  expect((await messagesOf(actor))[0]?.body).toContain(`Hi ${value}, `);
});

test("a sample has a link that leads on, and isn't counted for the campaign", async () => {
  const actor = await mint();
  const { campaign_id: campaignId } = await draftCampaign(actor, {
    rows: [["48501000000"]],
    body: `See {{link:${target}}}`,
  });
  await sendSample({ actor, input: { campaignId, to: "48732129000" } });
  const [link] = await linksOf(actor);
  expect((await open(link?.code ?? "", phone)).status).toBe(302);
  expect((await resultsOfCampaign({ actor, input: { campaignId } })).links).toEqual([]);
});

test.each([
  ["a scheme that runs something", "{{link:javascript:alert(1)}}"],
  ["no end", "{{link:https://example.com"],
  ["six links", "{{link:https://example.com}} ".repeat(6)],
  ["a variable right behind", "{{link:https://example.com}}{{name}}"],
  ["a variable right before", "{{name|you}}{{link:https://example.com}}"],
])("%s is refused in the text of a campaign", async (_what, body) => {
  const actor = await mint();
  const refused = { code: "invalid_request", fields: { body: [expect.anything()] } };
  const draft = { name: "Spring", from: "YourBrand" };
  await expect(createCampaign({ actor, input: { ...draft, body } })).rejects.toMatchObject(refused);
});

test("a text that is not to be stored has no links, whatever was chosen first", async () => {
  const actor = await mint();
  const refused = { code: "invalid_request", fields: { body: [expect.anything()] } };
  const draft = { name: "Spring", from: "YourBrand", body: `See {{link:${target}}}` };
  const input = { ...draft, store_body: false };
  await expect(createCampaign({ actor, input })).rejects.toMatchObject(refused);
  const { campaign_id: campaignId } = await createCampaign({ actor, input: draft });
  const wanted = { store_body: false };
  const update = updateCampaign({ actor, input: { campaignId, wanted } });
  await expect(update).rejects.toMatchObject(refused);
});
