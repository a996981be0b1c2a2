import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId, publicId } from "../core/ids";
import { chargeClauses } from "../credits/charge-clauses";
import { getBalance } from "../credits/get-balance";
import { expireMessages } from "../dispatch/expire-messages";
import { addMessage } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { cancelMessage } from "./cancel-message";
import { claimMessages } from "./claim-messages";
import { recordOutcomes } from "./record-outcomes";
import { recoverMessages } from "./recover-messages";

let drop: () => Promise<void> = async () => undefined;
let accountId = "";
beforeAll(async () => {
  drop = await useOwnDatabase();
  accountId = (await mintAccount({ credits: 1000 })).accountId;
});
afterAll(() => drop());
beforeEach(async () => {
  await db().delete(messages);
});

type Facts = NonNullable<Parameters<typeof addMessage>[1]>;

const fromNow = (ms: number) => new Date(Date.now() + ms);

function add(facts: Facts = {}): Promise<string> {
  const due = { status: "queued", dueAt: fromNow(-1000), ...facts } as const;
  return db().transaction((tx) => addMessage({ tx, accountId }, due));
}

const claim = (limit = 100, { test = false, ...more }: { leaseId?: string; test?: boolean } = {}) =>
  claimMessages({
    ...{ accountId, queue: { carrier: "simulator", test }, leaseId: newId(), limit },
    ...more,
  });

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

async function rowOf(id: string) {
  const [row] = await db().select().from(messages).where(eq(messages.id, id));
  if (!row) throw new Error("It is gone.");
  return row;
}

describe("a claim", () => {
  test("by several workers at once gives each message to one of them, and all of them to somebody", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 30; count += 1) ids.push(await add());
    const claims = await Promise.all(Array.from({ length: 6 }, () => claim(10)));
    const claimed = claims.flat();
    expect(new Set(idsOf(claimed)).size).toBe(claimed.length);
    const rest = await claim();
    expect(idsOf([...claimed, ...rest])).toEqual(ids.sort());
  });

  test("takes what is urgent before what is not, and what was due first before the rest", async () => {
    const slow = await add({ priority: 1, dueAt: fromNow(-60_000) });
    const late = await add({ priority: 0, dueAt: fromNow(-1000) });
    const early = await add({ priority: 0, dueAt: fromNow(-2000) });
    const order = [await claim(1), await claim(1), await claim(1)].flat().map(({ id }) => id);
    expect(order).toEqual([early, late, slow]);
  });

  test.each<[string, Facts]>([
    ["not due yet", { status: "scheduled", dueAt: fromNow(60_000) }],
    ["whose validity is over", { validUntil: fromNow(-1) }],
    ["in another worker's hands", { status: "sending", leaseUntil: fromNow(10_000) }],
    ["that was sent", { status: "sent" }],
    ["that was cancelled", { status: "cancelled" }],
    ["of the other mode", { test: true }],
  ])("leaves a message %s alone", async (_what, facts) => {
    await add(facts);
    expect(await claim()).toEqual([]);
  });

  test("counts the attempt, and keeps when a carrier was first asked", async () => {
    const first = fromNow(-3_600_000);
    await add({ attempts: 2, offeredAt: first });
    const [again] = await claim();
    expect(again).toMatchObject({ status: "sending", attempts: 3, offeredAt: first });
    expect(again?.offeredBefore).toEqual(first);
    await add();
    const [fresh] = await claim();
    expect(fresh).toMatchObject({ attempts: 1, offeredBefore: null });
    expect(fresh?.offeredAt).toBeInstanceOf(Date);
  });
});

describe("a worker that comes too late", () => {
  test("changes nothing about a message that another one has claimed since", async () => {
    const id = await add();
    const [lost, held] = [newId(), newId()];
    await claim(1, { leaseId: lost });
    await db().update(messages).set({ status: "queued", leaseId: null }).where(eq(messages.id, id));
    await claim(1, { leaseId: held });
    const event = { messageId: id, type: "sent", source: "worker", test: false } as const;
    const sent = { id, offered_at: new Date(), status: "sent", ref: "r" } as const;
    const record = (leaseId: string) =>
      recordOutcomes({ accountId, leaseId, carrier: "x", rows: [sent], events: [event] }, db());
    expect(await record(lost)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: "sending", carrierRef: null });
    expect(await record(held)).toEqual([id]);
    expect(await rowOf(id)).toMatchObject({ status: "sent", carrierRef: "r", leaseId: null });
    // A second record of the same claim finds nothing left to do.
    expect(await record(held)).toEqual([]);
    const history = await db().select().from(messageEvents).where(eq(messageEvents.messageId, id));
    expect(history).toHaveLength(1);
  });
});

describe("what a lost worker held", () => {
  const recover = () =>
    db().transaction((tx) =>
      recoverMessages({ accountId, dedupingCarriers: ["careful", "a,b", '"quoted"'] }, tx),
    );
  const held = { status: "sending", leaseId: newId() } as const;

  test.each([
    ["a carrier that takes a message twice and sends it once", "careful", "queued"],
    ["another carrier", "careless", "unknown"],
    ["no carrier so far", null, "queued"],
  ])("for %s (%s) is %s", async (_what, carrier, status) => {
    const id = await add({ ...held, carrier, leaseUntil: fromNow(-1000) });
    expect(idsOf(await recover())).toEqual([id]);
    expect(await rowOf(id)).toMatchObject({ status, leaseId: null, waitReason: "worker_lost" });
  });

  test("is left to it while its lease lasts", async () => {
    await add({ ...held, leaseUntil: fromNow(10_000) });
    expect(await recover()).toEqual([]);
  });

  test("is taken back once, however many look at the same moment", async () => {
    for (let count = 0; count < 10; count += 1) await add({ ...held, leaseUntil: fromNow(-1000) });
    const found = await Promise.all([recover(), recover(), recover()]);
    expect(found.flat()).toHaveLength(10);
  });
});

test("claimed, cancelled and expired at the same moment, a message is one of the three, and paid back unless it was claimed", async () => {
  const before = await getBalance({ actor: operatorOf(accountId) });
  const chargeId = newId();
  const charge = chargeClauses({ accountId, id: chargeId, credits: 24 });
  await db().execute(sql`with ${charge} select credits from moved`);
  const ids: string[] = [];
  for (let place = 0; place < 24; place += 1) {
    // Half of them are still valid, and half have just outlived their validity.
    ids.push(await add({ chargeId, validUntil: fromNow(place % 2 === 0 ? 60_000 : -1000) }));
  }
  const actor = operatorOf(accountId);
  const cancels = ids.map((id) =>
    cancelMessage({ actor, input: { messageId: publicId("msg", id) } }),
  );
  await Promise.allSettled([...cancels, claim(8), expireMessages(), claim(8), expireMessages()]);
  const rows = await db().select().from(messages);
  const by = (status: string) => rows.filter((row) => row.status === status);
  const [claimed, cancelled, expired] = [by("sending"), by("cancelled"), by("expired")];
  expect(claimed.length + cancelled.length + expired.length).toBe(ids.length);
  expect(await getBalance({ actor: operatorOf(accountId) })).toBe(before - claimed.length);
  expect(claimed.every(({ refundId }) => refundId === null)).toBe(true);
  expect([...cancelled, ...expired].every(({ refundId }) => refundId !== null)).toBe(true);
  const breaches = (await runAudit()).filter(({ breaches }) => breaches > 0);
  const about = ["refunds_match_messages", "one_end", "balance_is_ledger"];
  expect(breaches.filter(({ name }) => about.includes(name))).toEqual([]);
});
