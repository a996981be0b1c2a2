import { randomInt, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { shortLinks } from "@/drizzle/schema/links";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { appUrl } from "../core/env";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { countSegments } from "../sms/count-segments";
import { mintAccount } from "../testing/mint-account";
import { answerLink } from "./answer-link";
import { eraseLinksOf } from "./erase-links";
import { isPreview } from "./is-preview";
import { listLinks } from "./list-links";
import { newCode } from "./new-code";
import { sweepLinks } from "./sweep-links";

const target = "https://shop.example.com/orders/1042?from=sms&lang=pl";
const guide = { from: "YourBrand", to: "48732129000", short_links: true };
const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15";

async function mint(credits = 100): Promise<Actor> {
  return operatorOf((await mintAccount({ credits })).accountId, "live");
}

async function linksOf({ accountId }: Actor) {
  return db().select().from(shortLinks).where(eq(shortLinks.accountId, accountId));
}

async function textsOf({ accountId }: Actor) {
  const rows = await db().select().from(messages).where(eq(messages.accountId, accountId));
  return rows.map(({ body, segments }) => ({ body, segments }));
}

function open(code: string, headers: Record<string, string> = {}, method = "GET") {
  const sent = { "user-agent": phone, ...headers };
  return answerLink(new Request(`${appUrl()}/l/x`, { headers: sent, method }), code, null);
}

/** The only link of an account. */
async function send(actor: Actor, fields: object = {}) {
  const body = `Your order: {{link:${target}}}`;
  const { accepted } = await sendMessage({ actor, input: { ...guide, body, ...fields } });
  return { messageId: String(accepted.message_id), link: (await linksOf(actor))[0] };
}

test("a link in a text becomes a short one, which is what is counted in segments, and leads on", async () => {
  const actor = await mint();
  const long = `https://shop.example.com/${"a".repeat(400)}`;
  const { link } = await send(actor, { body: `Your order: {{link:${long}}}` });
  const [stored] = await textsOf(actor);
  expect(stored?.body).toMatch(/^Your order: \S+\/l\/[2-9A-Za-z]{7}$/);
  expect(stored?.segments).toBe(1);
  expect(countSegments(stored?.body ?? "").segments).toBe(1);
  const response = await open(link?.code ?? "");
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe(long);
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("marks may be right beside a link", async () => {
  const actor = await mint();
  await send(actor, {
    body: `Seen (https://{{link:${target}}})? {{link:${target}}}, {{link:${target}}}.`,
  });
  expect(await linksOf(actor)).toHaveLength(3);
});

test("without short_links, a text stays as it is", async () => {
  const actor = await mint();
  const body = `See {{link:${target}}} and {{name}}`;
  await sendMessage({ actor, input: { ...guide, short_links: false, body } });
  expect(await textsOf(actor)).toMatchObject([{ body }]);
  expect(await linksOf(actor)).toEqual([]);
});

test("each recipient has a link of their own, and people are told from previews", async () => {
  const actor = await mint();
  const body = `{{link:${target}}}`;
  const numbers = ["48732129000", "48732129001"];
  const { data } = await sendBatch({
    actor,
    input: { messages: numbers.map((to) => ({ ...guide, to, body })) },
  });
  const ids = data.map((each) => ("message_id" in each ? String(each.message_id) : ""));
  const [messageId = "", otherId = ""] = ids;
  const [first] = await listLinks({ actor, input: { messageId } });
  const code = first?.url.slice(-7) ?? "";
  await open(code);
  await open(code);
  await open(code, { "user-agent": `${phone} facebookexternalhit/1.1 Facebot Twitterbot/1.0` });
  await open(code, {}, "HEAD");
  await open(code, { "sec-purpose": "prefetch" });
  expect(await listLinks({ actor, input: { messageId } })).toMatchObject([
    { target, opens: 2, previews: 3, firstOpenedAt: expect.any(String) },
  ]);
  const [other] = await listLinks({ actor, input: { messageId: otherId } });
  expect(other).toMatchObject({ opens: 0, previews: 0, firstOpenedAt: null });
  expect(await listLinks({ actor: await mint(), input: { messageId } })).toEqual([]);
});

test("a repeated request gets the original response, and leaves no second link", async () => {
  const actor = await mint();
  const idempotency_key = randomUUID();
  const first = await send(actor, { idempotency_key });
  expect((await send(actor, { idempotency_key })).messageId).toBe(first.messageId);
  expect(await linksOf(actor)).toEqual([first.link]);
  const other = send(actor, { idempotency_key, body: "{{link:https://example.com/other}}" });
  await expect(other).rejects.toMatchObject({ code: "idempotency_mismatch" });
  const plain = send(actor, { idempotency_key, short_links: false });
  await expect(plain).rejects.toMatchObject({ code: "idempotency_mismatch" });
  expect(await linksOf(actor)).toEqual([first.link]);
});

test("a refused message and a dry run leave no link", async () => {
  const actor = await mint(0);
  await expect(send(actor)).rejects.toMatchObject({ code: "insufficient_credits" });
  const rich = await mint();
  await send(rich, { dry_run: true });
  expect([...(await linksOf(actor)), ...(await linksOf(rich))]).toEqual([]);
});

test("a test message has a link as long as any other, which leads nowhere", async () => {
  const { accountId } = await mint(0);
  const actor = operatorOf(accountId, "test");
  await send(actor);
  const [stored] = await textsOf(actor);
  const [, code = ""] = /\/l\/([2-9A-Za-z]{7})$/.exec(stored?.body ?? "") ?? [];
  expect(code).toHaveLength(7);
  expect(await linksOf(actor)).toEqual([]);
  expect((await open(code)).status).toBe(404);
});

test.each([
  ["a scheme that runs something", "{{link:javascript:alert(1)}}"],
  ["a file", "{{link:file:///etc/passwd}}"],
  ["a relative URL", "{{link:/orders}}"],
  ["a name and password", "{{link:https://bank.example@evil.example/}}"],
  ["a long URL", `{{link:https://example.com/${"a".repeat(1000)}}}`],
  ["nothing", "{{link:}}"],
  ["no end", "{{link:https://example.com"],
  ["six links", "{{link:https://example.com}} ".repeat(6)],
  ["a word right behind", "{{link:https://example.com}}ok"],
  ["a path right behind", "{{link:https://example.com}}/sale"],
  ["a word right before", "Order{{link:https://example.com}}"],
  ["another link right behind", "{{link:https://example.com}}{{link:https://example.com}}"],
])("%s is refused, and nothing is sent", async (_what, body) => {
  const actor = await mint();
  await expect(send(actor, { body })).rejects.toMatchObject({
    code: "invalid_request",
    fields: { body: [expect.anything()] },
  });
  expect(await textsOf(actor)).toEqual([]);
  expect(await linksOf(actor)).toEqual([]);
});

test("values of a template become no links, and a text that isn't stored has none", async () => {
  const actor = await mint();
  const fields = { short_links: [expect.anything()] };
  const template = { body: undefined, template_id: "tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA" };
  await expect(send(actor, template)).rejects.toMatchObject({ fields });
  await expect(send(actor, { store_body: false })).rejects.toMatchObject({ fields });
});

test("the links of a suspended account lead nowhere until it is active again", async () => {
  const actor = await mint();
  const { link } = await send(actor);
  const isIt = eq(accounts.id, actor.accountId);
  await db().update(accounts).set({ status: "suspended" }).where(isIt);
  expect((await open(link?.code ?? "")).status).toBe(404);
  await db().update(accounts).set({ status: "active" }).where(isIt);
  expect((await open(link?.code ?? "")).status).toBe(302);
});

test.each(["aaaaaaa", "short", "../../x", "a".repeat(5000)])(
  "a code that nobody made, such as %s, leads nowhere",
  async (code) => {
    expect((await open(code)).status).toBe(404);
  },
);

test("a network that tries 60 codes that nobody made gets no link for a minute, and others do", async () => {
  const { link } = await send(await mint());
  const request = () => new Request(`${appUrl()}/l/x`, { headers: { "user-agent": phone } });
  const from = (address: string, code = newCode()) => answerLink(request(), code, address);
  const [first, second] = [1, 2].map(() => randomInt(65_536).toString(16));
  const own = `2001:db8:${first}:${second}::1`;
  for (let tried = 0; tried < 60; tried += 1) expect((await from(own)).status).toBe(404);
  const refused = await from(own, link?.code);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await from("198.51.100.7", link?.code)).status).toBe(302);
});

test("links end after 90 days, and with the person they were sent to", async () => {
  const actor = await mint();
  const { link } = await send(actor);
  const code = link?.code ?? "";
  await sweepLinks();
  expect((await open(code)).status).toBe(302);
  const isIt = eq(shortLinks.code, code);
  await db()
    .update(shortLinks)
    .set({ createdAt: new Date(Date.now() - 91 * 86_400_000) })
    .where(isIt);
  await sweepLinks();
  expect((await open(code)).status).toBe(404);
  await send(actor);
  const { accountId } = actor;
  const ids = (await linksOf(actor)).flatMap(({ messageId }) => messageId ?? []);
  await eraseLinksOf({ accountId, messageIds: ids }, db());
  expect(await linksOf(actor)).toEqual([]);
});

describe("who opens a link", () => {
  const request = { method: "GET", userAgent: phone, purpose: null };
  test.each([
    ["a phone", request, false],
    ["a question whether it is there", { ...request, method: "HEAD" }, true],
    ["a page loaded ahead", { ...request, purpose: "prefetch;prerender" }, true],
    ["nobody's name", { ...request, userAgent: null }, true],
    ["a messenger", { ...request, userAgent: "WhatsApp/2.23.20.0" }, true],
    ["a program", { ...request, userAgent: "curl/8.5.0" }, true],
    [
      "a phone that is called as a program is",
      { ...request, userAgent: "Mozilla/5.0 (Linux; Android 10; CUBOT X20) AppleWebKit/537.36" },
      false,
    ],
    ["an app that scans", { ...request, userAgent: `${phone} QRScan/3.1` }, false],
    ["an app that monitors", { ...request, userAgent: `${phone} BabyMonitor/2` }, false],
    [
      "a program that checks ads",
      { ...request, userAgent: "Mozilla/5.0 (compatible; AdsBot-Google-Mobile; +http://x)" },
      true,
    ],
    ["a watcher", { ...request, userAgent: `${phone} (compatible; UptimeRobot/2.0)` }, true],
    ["a search engine", { ...request, userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1)" }, true],
  ])("%s", (_who, asked, verdict) => {
    expect(isPreview(asked)).toBe(verdict);
  });
});
