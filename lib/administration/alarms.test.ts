import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { attempts, users } from "@/drizzle/schema/accounts";
import { alarms } from "@/drizzle/schema/alarms";
import { carrierStates } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { makeAdmin } from "../accounts/make-admin";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { listKeptMails } from "../mail/list-kept-mails";
import { listAlarms } from "../monitoring/list-alarms";
import { forgetInstallation } from "../monitoring/read-installation";
import { watchInstallation } from "../monitoring/watch-installation";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { createEndpoint } from "../webhooks/create-endpoint";
import { raiseAlarms } from "./raise-alarms";

let dropDatabase: () => Promise<void>;
let administrator: MintedAccount;
let polish: MintedAccount;
let customer: MintedAccount;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ SMS_API_URL: "http://127.0.0.1:9", SMS_API_TOKEN: "x" });
  [administrator, polish, customer] = [
    await mintAccount(),
    await mintAccount(),
    await mintAccount(),
  ];
  await makeAdmin(administrator.email, true);
  await makeAdmin(polish.email, true);
  await db().update(users).set({ language: "pl" }).where(eq(users.id, polish.userId));
});
beforeEach(async () => {
  await db().delete(carrierStates);
  await db().delete(attempts);
  await db().delete(alarms);
});
afterAll(() => dropDatabase());

type Change = Partial<typeof carrierStates.$inferInsert>;

async function fall(change: Change = {}): Promise<void> {
  const trouble = { state: "open", reason: "carrier_unauthorized", detail: "HTTP 401" } as const;
  const row = { carrier: "upstream", ...trouble, since: new Date(), ...change };
  await db()
    .insert(carrierStates)
    .values(row)
    .onConflictDoUpdate({ target: carrierStates.carrier, set: row });
}

/** What these got so far, the latest first; other tests write to the same folder. */
async function keptMails() {
  const ours = [administrator, polish, customer].map(({ email }) => email);
  return (await listKeptMails(1000)).filter(({ to }) => ours.includes(to));
}

/** What this reported to an account, as subjects. */
async function reportedTo({ email }: MintedAccount): Promise<string[]> {
  const before = await keptMails();
  await raiseAlarms();
  const after = await keptMails();
  const fresh = after.slice(0, after.length - before.length);
  return fresh.filter(({ to }) => to === email).map(({ subject }) => subject);
}

test("a circuit that opens is reported to administrators alone, each in their language, with the carrier's words", async () => {
  await fall();
  expect(await reportedTo(administrator)).toEqual(["Carrier upstream rejects our credentials"]);
  const mails = await keptMails();
  const mailTo = (account: MintedAccount) => mails.find(({ to }) => to === account.email);
  expect(mailTo(administrator)?.paragraphs.join(" ")).toContain("HTTP 401");
  expect(mailTo(administrator)?.link?.url).toMatch(/\/admin\/carriers$/);
  expect(mailTo(polish)?.subject).toBe("Dostawca upstream odrzuca dane logowania");
  expect(mailTo(customer)).toBeUndefined();
});

test("it is reported once: neither a probe that fails nor opening anew within the hour repeats it", async () => {
  await fall();
  expect(await reportedTo(administrator)).toHaveLength(1);
  await fall({ failures: 7, retryAt: new Date() });
  expect(await reportedTo(administrator)).toEqual([]);
  await fall({ since: new Date() });
  expect(await reportedTo(administrator)).toEqual([]);
});

test("another reason is news, and so is the same one after an hour", async () => {
  await fall();
  expect(await reportedTo(administrator)).toHaveLength(1);
  await fall({ reason: "carrier_out_of_credits", detail: null });
  expect(await reportedTo(administrator)).toEqual(["Carrier upstream has no credit left"]);
  await db().update(attempts).set({ windowStartedAt: sql`now() - interval '61 minutes'` });
  await fall();
  expect(await reportedTo(administrator)).toHaveLength(1);
});

test("two workers that see it in the same moment send one email", async () => {
  await fall();
  const before = (await keptMails()).length;
  await Promise.all([raiseAlarms(), raiseAlarms(), raiseAlarms()]);
  // One for each of the two administrators.
  expect((await keptMails()).length - before).toBe(2);
});

test("what a lost database interrupts is told by the next look, also long after it began", async () => {
  await fall();
  await db().execute(sql`
    create function lose() returns trigger language plpgsql as $$ begin raise 'lost'; end $$`);
  await db().execute(sql`
    create trigger lose before insert on webhook_deliveries for each statement execute function lose()`);
  const before = (await keptMails()).length;
  await expect(raiseAlarms()).rejects.toThrow();
  expect(await keptMails()).toHaveLength(before);
  await db().execute(sql`drop trigger lose on webhook_deliveries`);
  await fall({ since: new Date(Date.now() - 2 * 3_600_000) });
  expect(await reportedTo(administrator)).toEqual(["Carrier upstream rejects our credentials"]);
  expect(await reportedTo(administrator)).toEqual([]);
});

test("trouble that lasts, and a carrier that is gone, are not reported again", async () => {
  await fall({ since: new Date(Date.now() - 3_600_000) });
  await fall({ carrier: "gone" });
  expect(await reportedTo(administrator)).toEqual([]);
});

test("an endpoint that subscribes gets each alarm once, as the email, without the carrier's words", async () => {
  const actor = operatorOf(administrator.accountId, "live");
  const input = { url: "https://example.com/hooks", events: ["carrier.alarm"] };
  await createEndpoint({ actor, input });
  await fall({ detail: "secret words" });
  await Promise.all([raiseAlarms(), raiseAlarms()]);
  await raiseAlarms();
  const rows = await db().select().from(webhookDeliveries);
  expect(rows.map(({ accountId }) => accountId)).toEqual([administrator.accountId]);
  const body = JSON.parse(rows[0]?.body ?? "{}");
  expect(body).toMatchObject({ carrier: "upstream", alarm: "carrier_unauthorized" });
  expect(body.summary).toMatch(/^Carrier upstream rejects our credentials\. /);
  expect(JSON.stringify(body)).not.toContain("secret words");
});

/** What a look at the installation reports to the administrator, as subjects. */
async function watched(): Promise<string[]> {
  const before = await keptMails();
  forgetInstallation();
  await watchInstallation("worker");
  const after = await keptMails();
  const fresh = after.slice(0, after.length - before.length);
  return fresh.filter(({ to }) => to === administrator.email).map(({ subject }) => subject);
}

/** As if what is over had been so for three minutes. */
async function passTime(): Promise<void> {
  await db().update(alarms).set({ clearSince: sql`clear_since - interval '3 minutes'` });
}

test("the end of a trouble is reported once, to those who got its beginning, and as a resolved event", async () => {
  await db().delete(webhookDeliveries);
  await fall();
  expect(await reportedTo(administrator)).toHaveLength(1);
  expect(await watched()).toEqual([]);
  await db().delete(carrierStates);
  expect(await watched()).toEqual([]);
  await passTime();
  expect(await watched()).toEqual(["Carrier upstream is no longer in trouble"]);
  expect(await watched()).toEqual([]);
  const rows = await db().select().from(webhookDeliveries).orderBy(webhookDeliveries.eventId);
  expect(rows.map(({ body }) => JSON.parse(body ?? "{}"))).toMatchObject([
    { carrier: "upstream", alarm: "carrier_unauthorized", status: "open" },
    { carrier: "upstream", alarm: "carrier_unauthorized", status: "resolved" },
  ]);
  // Its next beginning within the hour is open, but not reported, and so its end is not reported either.
  expect(await listAlarms()).toEqual([]);
  await fall();
  expect(await reportedTo(administrator)).toEqual([]);
  expect(await watched()).toEqual([]);
  expect(await listAlarms()).toMatchObject([
    { alarm: "carrier_unauthorized", subject: "upstream" },
  ]);
  await db().delete(carrierStates);
  await watched();
  await passTime();
  expect(await watched()).toEqual([]);
  expect(await listAlarms()).toEqual([]);
  expect(await db().select().from(webhookDeliveries)).toHaveLength(2);
});

test("what begins again within the hour and lasts is reported after it", async () => {
  await fall();
  expect(await reportedTo(administrator)).toHaveLength(1);
  await db().delete(alarms);
  await fall({ since: new Date(Date.now() - 3_600_000 + 90_000) });
  expect(await reportedTo(administrator)).toEqual([]);
  await db().update(attempts).set({ windowStartedAt: sql`now() - interval '61 minutes'` });
  await fall({ since: new Date(Date.now() - 3_600_000) });
  expect(await reportedTo(administrator)).toHaveLength(1);
});

test("messages without a route are reported with their number", async () => {
  const noRoute = "Messages are queued without a route";
  const actor = operatorOf(customer.accountId, "live");
  const input = { from: "YourBrand", to: "48732129000", body: "Hello" };
  for (let times = 0; times < 2; times += 1) await sendMessage({ actor, input });
  await db().update(messages).set({ carrier: null, waitReason: "no_route" });
  expect(await reportedTo(administrator)).toEqual([noRoute]);
  const mails = await keptMails();
  const mail = mails.find(({ to, subject }) => to === administrator.email && subject === noRoute);
  expect(mail?.paragraphs[0]).toMatch(/^2 /);
  expect(await reportedTo(administrator)).toEqual([]);
  // An hour later new ones still come: it is the same trouble.
  await db().update(attempts).set({ windowStartedAt: sql`now() - interval '61 minutes'` });
  await sendMessage({ actor, input });
  await db().update(messages).set({ carrier: null, waitReason: "no_route" });
  expect(await reportedTo(administrator)).toEqual([]);
  await db().update(messages).set({ carrier: "upstream", waitReason: null });
  expect(await watched()).toEqual([]);
  await passTime();
  expect(await watched()).toEqual(["All messages have a route again"]);
});
