import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { messageEvents } from "@/drizzle/schema/messages";
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { addEndpoint } from "../testing/audit-scene";
import { endMessages } from "../testing/end-messages";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { claimDeliveries, releaseDeliveries } from "./_claim-deliveries";
import { endpointsWithWork } from "./_endpoints-with-work";
import { gatherEndpoints } from "./_gather-endpoints";
import { parkDeliveries } from "./_park-deliveries";
import { recordAttempt } from "./_record-attempt";

let drop: () => Promise<void> = async () => undefined;
let accountId = "";
let endpointId = "";
beforeAll(async () => {
  drop = await useOwnDatabase();
  accountId = (await mintAccount()).accountId;
});
afterAll(() => drop());
beforeEach(async () => {
  await db().delete(webhookAttempts);
  await db().delete(webhookDeliveries);
  await db().delete(webhookEndpoints);
  endpointId = await endpoint();
});

type Facts = NonNullable<Parameters<typeof addEndpoint>[1]>;

const endpoint = (facts: Facts = {}) =>
  db().transaction((tx) => addEndpoint({ tx, accountId }, { test: true, ...facts }));

const claimOf = (limit = 100, leaseSeconds = 60) => ({
  ...{ accountId, endpointId, leaseId: newId(), leaseSeconds, limit, isCallback: false },
});

function deliveries(of = endpointId) {
  return db()
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.accountId, accountId), eq(webhookDeliveries.endpointId, of)))
    .orderBy(webhookDeliveries.eventId);
}

function outcomeOf(leaseId: string, eventId: string) {
  const request = { url: "https://example.com", headers: {}, body: "{}" };
  const exchange = { at: new Date().toISOString(), duration_ms: 5, request, answer: null };
  return {
    ...{ accountId, endpointId, leaseId, eventId, waitMs: null },
    exchange: { ...exchange, status: 200, error: null },
    verdict: "delivered" as const,
  };
}

describe("an event", () => {
  test("makes a delivery for each endpoint that is on, of its mode, and wants it, and for no other", async () => {
    const unwanted = await Promise.all([
      endpoint({ test: false }),
      endpoint({ enabled: false }),
      endpoint({ events: ["sms.failed"] }),
      endpoint({ events: ["sms.delivered"], deletedAt: new Date(), enabled: false }),
    ]);
    const second = await endpoint({ events: ["sms.failed", "sms.delivered"] });
    await endMessages(accountId, 2);
    expect(await deliveries()).toHaveLength(2);
    expect(await deliveries(second)).toHaveLength(2);
    for (const id of unwanted) expect(await deliveries(id)).toEqual([]);
  });
});

describe("a claim of deliveries", () => {
  test("by several workers at once gives each to one of them", async () => {
    await endMessages(accountId, 20);
    const claims = await Promise.all(Array.from({ length: 5 }, () => claimDeliveries(claimOf(6))));
    const ids = claims.flat().map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await claimDeliveries(claimOf());
    expect(ids.length + rest.length).toBe(20);
    expect(await claimDeliveries(claimOf())).toEqual([]);
  });

  test("holds until its lease ends, and then another worker has it", async () => {
    await endMessages(accountId, 1);
    expect(await claimDeliveries(claimOf(1, 60))).toHaveLength(1);
    expect(await claimDeliveries(claimOf())).toEqual([]);
    await db().update(webhookDeliveries).set({ dueAt: sql`now() - interval '1 ms'` });
    expect(await claimDeliveries(claimOf())).toHaveLength(1);
  });

  test("whose history is gone gives what is stored, and ends what isn't, so that nothing waits behind it", async () => {
    await endMessages(accountId, 3);
    const all = (await deliveries()).map(({ eventId }) => eventId);
    await db().delete(messageEvents).where(eq(messageEvents.accountId, accountId));
    const body = '{"sent":"before"}';
    await db()
      .update(webhookDeliveries)
      .set({ body, dueAt: sql`now()` })
      .where(eq(webhookDeliveries.eventId, all[2] ?? ""));
    expect(await claimDeliveries(claimOf(2))).toEqual([]);
    expect(await claimDeliveries(claimOf(2))).toMatchObject([{ eventId: all[2], body }]);
    const ended = { status: "failed", leaseId: null, endedAt: expect.any(Date) };
    expect(await deliveries()).toMatchObject([ended, ended, { status: "pending" }]);
  });

  test("takes the oldest first, and gives them in the order of the events", async () => {
    await endMessages(accountId, 5);
    const all = (await deliveries()).map(({ eventId }) => eventId);
    for (const [place, eventId] of all.toReversed().entries()) {
      await db()
        .update(webhookDeliveries)
        .set({ dueAt: sql`now() - interval '1 minute' + ${place} * interval '1 second'` })
        .where(eq(webhookDeliveries.eventId, eventId));
    }
    const claimed = (await claimDeliveries(claimOf(2))).map(({ eventId }) => eventId);
    expect(claimed).toEqual(all.slice(-2));
  });

  test("can be given back, only by who holds it, and is due at once again", async () => {
    await endMessages(accountId, 2);
    const claim = claimOf();
    const ids = (await claimDeliveries(claim)).map(({ eventId }) => eventId);
    await releaseDeliveries(claimOf(), ids);
    expect(await claimDeliveries(claimOf())).toEqual([]);
    await releaseDeliveries(claim, ids.slice(0, 1));
    await releaseDeliveries(claim, []);
    const again = (await claimDeliveries(claimOf())).map(({ eventId }) => eventId);
    expect(again).toEqual(ids.slice(0, 1));
  });
});

describe("an attempt", () => {
  test("of a worker whose lease has passed on joins the log, and moves nothing", async () => {
    await endMessages(accountId, 1);
    const [lost, held] = [claimOf(), claimOf()];
    const [first] = await claimDeliveries(lost);
    await db().update(webhookDeliveries).set({ dueAt: sql`now()` });
    await claimDeliveries(held);
    const eventId = first?.eventId ?? "";
    await recordAttempt(outcomeOf(lost.leaseId, eventId));
    expect(await deliveries()).toMatchObject([{ status: "pending", attempts: 0 }]);
    expect(await db().select().from(webhookAttempts)).toHaveLength(1);
    await recordAttempt(outcomeOf(held.leaseId, eventId));
    expect(await deliveries()).toMatchObject([{ status: "delivered", attempts: 1, leaseId: null }]);
  });

  test("of an endpoint that was deleted meanwhile is recorded all the same", async () => {
    await endMessages(accountId, 1);
    const claim = claimOf();
    const [claimed] = await claimDeliveries(claim);
    await db().delete(webhookEndpoints);
    await recordAttempt(outcomeOf(claim.leaseId, claimed?.eventId ?? ""));
    expect(await deliveries()).toMatchObject([{ status: "delivered" }]);
  });
});

describe("the endpoints with work", () => {
  const found = async () => {
    const walked = await endpointsWithWork();
    // On shards they are found in another way, and are the same.
    expect(await gatherEndpoints()).toEqual(walked);
    return walked.map((row) => [row.endpoint_id, row.enabled]).sort();
  };

  test("are those with a due delivery, and those that are off with one that waits", async () => {
    const [idle, off] = await Promise.all([endpoint(), endpoint()]);
    await endMessages(accountId, 3);
    await db()
      .update(webhookDeliveries)
      .set({ dueAt: sql`now() + interval '1 hour'` })
      .where(sql`endpoint_id <> ${endpointId}`);
    await db().update(webhookEndpoints).set({ enabled: false }).where(sql`id = ${off}`);
    const wanted = [
      [endpointId, true],
      [off, false],
    ].sort();
    expect(await found()).toEqual(wanted);
    expect((await found()).flat()).not.toContain(idle);
    await db().update(webhookDeliveries).set({ status: "delivered" });
    expect(await found()).toEqual([]);
  });

  test("that are off have what waits ended with a reason, but for what a worker has in hand", async () => {
    await endMessages(accountId, 3);
    await claimDeliveries(claimOf(1));
    await parkDeliveries(accountId, endpointId);
    expect((await deliveries()).map(({ status }) => status)).toEqual(Array(3).fill("pending"));
    await db().update(webhookEndpoints).set({ enabled: false });
    await parkDeliveries(accountId, endpointId);
    const rows = await deliveries();
    expect(rows.map(({ status }) => status).sort()).toEqual(["failed", "failed", "pending"]);
    const parked = rows.filter(({ status }) => status === "failed");
    expect(parked.map(({ reason }) => reason)).toEqual(Array(2).fill("endpoint_disabled"));
    await db().delete(webhookEndpoints);
    await db()
      .update(webhookDeliveries)
      .set({ dueAt: sql`now() - interval '1 second'` })
      .where(sql`status = 'pending'`);
    await parkDeliveries(accountId, endpointId);
    expect((await deliveries()).filter(({ status }) => status === "failed")).toHaveLength(3);
  });
});
