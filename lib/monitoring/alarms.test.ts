import { hostname } from "node:os";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { attempts } from "@/drizzle/schema/accounts";
import { alarms } from "@/drizzle/schema/alarms";
import { backups } from "@/drizzle/schema/backups";
import { carrierMinutes } from "@/drizzle/schema/carriers";
import { heartbeats } from "@/drizzle/schema/heartbeats";
import { messages } from "@/drizzle/schema/messages";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { makeAdmin } from "../accounts/make-admin";
import type { LastBackup } from "../backups/last-backup";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { listKeptMails } from "../mail/list-kept-mails";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { createEndpoint } from "../webhooks/create-endpoint";
import { findConditions } from "./find-conditions";
import { listAlarms } from "./list-alarms";
import { forgetInstallation, type InstallationFacts, noFacts } from "./read-installation";
import { watchInstallation } from "./watch-installation";

const mailing = vi.hoisted(() => ({ isLost: false }));
vi.mock("../accounts/notify-administrators", async (original) => {
  const real = await original<typeof import("../accounts/notify-administrators")>();
  const notifyAdministrators: typeof real.notifyAdministrators = async (letter) => {
    if (mailing.isLost) throw new Error("lost");
    return real.notifyAdministrators(letter);
  };
  return { notifyAdministrators };
});

let dropDatabase: () => Promise<void>;
let administrator: MintedAccount;
let customer: MintedAccount;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    ...{ SMS_API_URL: "http://127.0.0.1:9", SMS_API_TOKEN: "x" },
    ...{ ALARM_DISK_MB: "1", BACKUP_DIR: "/nowhere", BACKUP_EVERY: "24" },
  });
  [administrator, customer] = [await mintAccount(), await mintAccount()];
  await makeAdmin(administrator.email, true);
  const actor = operatorOf(administrator.accountId, "live");
  await createEndpoint({
    actor,
    input: { url: "https://example.com/h", events: ["carrier.alarm"] },
  });
  const input = { from: "YourBrand", to: "48732129000", body: "Hello" };
  await sendMessage({ actor: operatorOf(customer.accountId, "live"), input });
});
beforeEach(async () => {
  for (const table of [alarms, attempts, backups, carrierMinutes, heartbeats, webhookDeliveries])
    await db().delete(table);
  await queuedSince(0);
});
afterAll(() => dropDatabase());

async function queuedSince(seconds: number): Promise<void> {
  const at = new Date(Date.now() - seconds * 1000);
  await db().update(messages).set({ createdAt: at, dueAt: at, carrier: "upstream" });
}

const watchers = { worker: "worker", api: "api" } as const;

/** What the two got so far, the latest first; other tests write to the same folder. */
async function keptMails() {
  const ours = [administrator.email, customer.email];
  return (await listKeptMails(1000)).filter(({ to }) => ours.includes(to));
}

/** What the administrator and their endpoint got of a look, or of several at once. */
async function told(watcher: keyof typeof watchers = "worker", times = 1) {
  const before = (await keptMails()).length;
  const events = (await db().select().from(webhookDeliveries)).length;
  forgetInstallation();
  await Promise.all(Array.from({ length: times }, () => watchInstallation(watcher)));
  const kept = await keptMails();
  const fresh = kept.slice(0, kept.length - before);
  expect(fresh.every(({ to }) => to === administrator.email)).toBe(true);
  const rows = await db().select().from(webhookDeliveries).orderBy(webhookDeliveries.eventId);
  const bodies = rows.slice(events).map(({ body }) => JSON.parse(body ?? "{}"));
  return {
    subjects: fresh.map(({ subject }) => subject),
    events: bodies.map(({ alarm, carrier, status }) => [alarm, carrier, status]),
  };
}

const nothing = { subjects: [], events: [] };

/** As if an alarm had come, been told, or been over for so much longer. */
async function age(seconds: number): Promise<void> {
  for (const row of await db().select().from(alarms)) {
    const back = (at: Date) => new Date(at.getTime() - seconds * 1000);
    const clearSince = row.clearSince && back(row.clearSince);
    await db()
      .update(alarms)
      .set({ since: back(row.since), toldAt: row.toldAt && back(row.toldAt), clearSince })
      .where(eq(alarms.alarm, row.alarm));
  }
}

test("a queue that is late is told once when it begins, by email and webhook, whoever looks, and once when it is over", async () => {
  await queuedSince(599);
  expect(await told()).toEqual(nothing);
  await queuedSince(700);
  expect(await told("worker", 3)).toEqual({
    subjects: ["Messages for carrier upstream are delayed"],
    events: [["queue_delayed", "upstream", "open"]],
  });
  expect(await told()).toEqual(nothing);
  await queuedSince(0);
  expect(await told()).toEqual(nothing);
  await age(121);
  expect(await told("worker", 3)).toEqual({
    subjects: ["Messages for carrier upstream are on time again"],
    events: [["queue_delayed", "upstream", "resolved"]],
  });
  expect(await told()).toEqual(nothing);
});

test("what comes back within two minutes is the same alarm, and nobody is told", async () => {
  await queuedSince(700);
  await told();
  await queuedSince(0);
  expect(await told()).toEqual(nothing);
  await queuedSince(700);
  expect(await told()).toEqual(nothing);
  await age(121);
  expect(await told()).toEqual(nothing);
  expect(await db().select().from(alarms)).toHaveLength(1);
});

test("what lasts is told again after a day, to people alone", async () => {
  await queuedSince(700);
  await told();
  await age(86_300);
  expect(await told()).toEqual(nothing);
  await age(200);
  expect(await told()).toEqual({
    subjects: ["Still: Messages for carrier upstream are delayed"],
    events: [],
  });
  expect(await told()).toEqual(nothing);
});

test("what begins again within the hour is open and untold, by its end too, and is told once the hour is over", async () => {
  const turn = async () => {
    await queuedSince(700);
    expect(await told()).toEqual(nothing);
    expect(await listAlarms()).toMatchObject([{ alarm: "queue_delayed", subject: "upstream" }]);
  };
  const end = async () => {
    await queuedSince(0);
    await told();
    await age(121);
    return told();
  };
  await queuedSince(700);
  await told();
  expect((await end()).events).toEqual([["queue_delayed", "upstream", "resolved"]]);
  await turn();
  expect(await end()).toEqual(nothing);
  expect(await listAlarms()).toEqual([]);
  await turn();
  await db().update(attempts).set({ windowStartedAt: sql`now() - interval '61 minutes'` });
  expect(await told("worker", 3)).toEqual({
    subjects: ["Messages for carrier upstream are delayed"],
    events: [["queue_delayed", "upstream", "open"]],
  });
  expect((await end()).events).toEqual([["queue_delayed", "upstream", "resolved"]]);
});

test("a worker that dies before the emails have left has sent the event, and the emails follow within minutes", async () => {
  await queuedSince(700);
  forgetInstallation();
  mailing.isLost = true;
  await expect(watchInstallation("worker")).rejects.toThrow("lost");
  mailing.isLost = false;
  expect(await db().select().from(webhookDeliveries)).toHaveLength(1);
  expect(await told()).toEqual(nothing);
  await age(301);
  expect(await told("worker", 2)).toEqual({
    subjects: ["Still: Messages for carrier upstream are delayed"],
    events: [],
  });
  await age(301);
  expect(await told()).toEqual(nothing);
});

test("what a lost database interrupts is told by the next look: a beginning, and an end", async () => {
  await db().execute(sql`
    create function lose() returns trigger language plpgsql as $$ begin raise 'lost'; end $$`);
  const lose = async () => {
    await db().execute(sql`
      create trigger lose before insert on webhook_deliveries for each statement execute function lose()`);
    forgetInstallation();
    await expect(watchInstallation("worker")).rejects.toThrow();
    await db().execute(sql`drop trigger lose on webhook_deliveries`);
  };
  await queuedSince(700);
  await lose();
  expect((await told()).events).toEqual([["queue_delayed", "upstream", "open"]]);
  await queuedSince(0);
  await told();
  await age(121);
  await lose();
  expect((await told()).events).toEqual([["queue_delayed", "upstream", "resolved"]]);
});

test("a full disk of a machine that is gone for an hour is over; one that its machine confirms is not", async () => {
  const row = { alarm: "disk_low", subject: "former", since: new Date(), toldAt: new Date() };
  await db().insert(alarms).values(row);
  expect(await told()).toEqual(nothing);
  await age(3500);
  expect(await told()).toEqual(nothing);
  // As its own look does.
  await db().update(alarms).set({ clearSince: null });
  expect(await told()).toEqual(nothing);
  await age(3500);
  expect(await told()).toEqual(nothing);
  await age(101);
  expect(await told("worker", 2)).toEqual({
    subjects: ["Machine former no longer reports its disk"],
    events: [["disk_low", null, "resolved"]],
  });
  expect(await listAlarms()).toEqual([]);
});

test("a worker that has never run is down", async () => {
  expect((await told("api")).subjects).toEqual(["The worker is down"]);
  const [mail] = await keptMails();
  expect(mail?.paragraphs[0]).toMatch(/^No worker has ever reported\. /);
});

test("a carrier at which half of the last messages failed is told, but not for a handful of them", async () => {
  const minute = new Date();
  const row = { carrier: "upstream", minute, submits: [], receipts: [] };
  await db()
    .insert(carrierMinutes)
    .values({ ...row, ended: 19, delivered: 0 });
  expect(await told()).toEqual(nothing);
  await db().update(carrierMinutes).set({ ended: 40, delivered: 21 });
  expect(await told()).toEqual(nothing);
  await db().update(carrierMinutes).set({ delivered: 20 });
  expect((await told()).subjects).toEqual(["Too many messages fail at carrier upstream"]);
});

test("a worker that is dead is told by the processes that are not, and not by itself", async () => {
  const uptime = vi.spyOn(process, "uptime").mockReturnValue(120);
  const at = (seconds: number) => new Date(Date.now() - seconds * 1000);
  await db()
    .insert(heartbeats)
    .values({ name: "worker", at: at(50) });
  expect(await told("api")).toEqual(nothing);
  await db()
    .update(heartbeats)
    .set({ at: at(70) });
  expect(await told("worker")).toEqual(nothing);
  expect(await told("api", 2)).toEqual({
    subjects: ["The worker is down"],
    events: [["worker_down", null, "open"]],
  });
  await db()
    .update(heartbeats)
    .set({ at: at(0) });
  // The worker knows nothing of it: an alarm of another watcher stays.
  await told("worker");
  await told("api");
  await age(121);
  expect(await told("worker")).toEqual(nothing);
  expect(await told("api")).toEqual({
    subjects: ["The worker runs again"],
    events: [["worker_down", null, "resolved"]],
  });
  uptime.mockRestore();
});

test("backups that stop are told once the newest is older than two intervals, and when there is one again", async () => {
  const uptime = vi.spyOn(process, "uptime").mockReturnValue(3600);
  const madeAgo = async (hours: number) => {
    const at = new Date(Date.now() - hours * 3_600_000);
    const made = { startedAt: at, endedAt: at, bytes: 1000, rows: 1 };
    await db()
      .insert(backups)
      .values({ id: newId(), source: "schedule", file: "a.tar", ...made });
  };
  await madeAgo(47);
  expect(await told()).toEqual(nothing);
  await db().delete(backups);
  await madeAgo(49);
  expect(await told("worker", 2)).toEqual({
    subjects: ["There is no recent backup"],
    events: [["backup_late", null, "open"]],
  });
  await madeAgo(1);
  expect(await told()).toEqual(nothing);
  await age(121);
  expect(await told()).toEqual({
    subjects: ["There is a recent backup again"],
    events: [["backup_late", null, "resolved"]],
  });
  uptime.mockRestore();
});

test("a worker that has just started gives its first backup time", () => {
  const backup = { state: "late", last: null, failure: null } as const;
  const found = (failure: LastBackup["failure"]) =>
    findConditions({ ...noFacts, backup: { ...backup, failure } }, "worker");
  const failure = { at: new Date(), sentence: "The disk is full." };
  expect(found(failure).isJudged({ alarm: "backup_late", subject: "" })).toBe(false);
  const uptime = vi.spyOn(process, "uptime").mockReturnValue(3600);
  expect(found(null).conditions).toEqual([]);
  expect(found(failure).conditions).toMatchObject([{ alarm: "backup_late" }]);
  uptime.mockRestore();
});

const facts: InstallationFacts = {
  ...noFacts,
  carriers: ["upstream"],
  balances: new Map([["upstream", { amount: "9.5", unit: "PLN" }]]),
};

test("a balance below the threshold is an alarm; one that a carrier did not say changes nothing", () => {
  const low = { alarm: "carrier_balance_low", subject: "upstream", amount: 9.5 };
  expect(findConditions(facts, "worker").conditions).toEqual([low]);
  const unsaid = findConditions({ ...facts, balances: new Map([["upstream", null]]) }, "worker");
  expect(unsaid.conditions).toEqual([]);
  expect(unsaid.isJudged({ alarm: "carrier_balance_low", subject: "upstream" })).toBe(false);
});

test("a disk below the threshold is an alarm of its machine", () => {
  const conditionsOf = (freeBytes: number) =>
    findConditions({ ...noFacts, freeBytes }, "worker").conditions;
  expect(conditionsOf(1_000_000)).toEqual([]);
  expect(conditionsOf(999_999)).toEqual([{ alarm: "disk_low", subject: hostname(), amount: 0 }]);
});

test("while the database does not answer, nothing is said of what it knows", () => {
  const found = findConditions(facts, "worker");
  expect(found.isJudged({ alarm: "queue_delayed", subject: "upstream" })).toBe(false);
  expect(found.isJudged({ alarm: "disk_low", subject: "another machine" })).toBe(false);
});
