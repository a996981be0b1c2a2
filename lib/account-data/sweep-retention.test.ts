import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { idempotencyKeys, messageEvents, messages } from "@/drizzle/schema/messages";
import { accountRetention, retentionLimits } from "@/drizzle/schema/retention";
import { webhookAttempts } from "@/drizzle/schema/webhooks";
import { auditAndClose, runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt, newId, publicId } from "../core/ids";
import { sumCosts } from "../costs/sum-costs";
import { getBalance } from "../credits/get-balance";
import { keepMonths } from "../database/keep-months";
import { listConversations } from "../inbound/list-conversations";
import { listLog } from "../message-log/list-log";
import { LogQuery } from "../message-log/log-contract";
import { endMessages } from "../messages/end-messages";
import { eraseTexts } from "../messages/erase-texts";
import { getMessage } from "../messages/get-message";
import { updateStatuses } from "../messages/update-statuses";
import { saveProgress } from "../retention/save-progress";
import { saveRetention } from "../retention/save-retention";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { addEnd, addMessage, addPaid, type Scene } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { indexTexts } from "../text-index/index-texts";
import { sweepRetention } from "./sweep-retention";

vi.setConfig({ testTimeout: 60_000 });

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);

let drop: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  drop = await useOwnDatabase();
});
afterAll(() => drop());
beforeEach(async () => {
  await db().delete(retentionLimits);
});

const play = <T>(accountId: string, at: Date, work: (scene: Scene) => Promise<T>): Promise<T> =>
  db().transaction((tx) => work({ tx, accountId, at }));

/** A message that was paid for and delivered so long ago, with what its carrier said. */
function addDelivered(accountId: string, days: number, body = "Your code is 482913") {
  const at = daysAgo(days);
  return play(accountId, at, async (scene) => {
    const ended = { status: "delivered", sentAt: at, endedAt: at, body } as const;
    const id = await addPaid(scene, ended);
    const eventId = await addEnd(scene, id);
    await scene.tx
      .update(messageEvents)
      .set({ raw: { text: body } })
      .where(eq(messageEvents.id, eventId));
    return id;
  });
}

/** The same, of a test message, which cost nothing. */
function addFree(accountId: string, days: number) {
  const at = daysAgo(days);
  return play(accountId, at, async (scene) => {
    const ended = { status: "delivered", sentAt: at, endedAt: at, credits: 0, test: true } as const;
    const id = await addMessage(scene, ended);
    await addEnd(scene, id);
    return id;
  });
}

async function sweepAll(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) if ((await sweepRetention()) === 0) return;
  throw new Error("It never ends.");
}

async function rowOf(id: string) {
  const [row] = await db().select().from(messages).where(eq(messages.id, id));
  if (!row) throw new Error("It is gone.");
  return row;
}

const view = (accountId: string, id: string) =>
  getMessage({ actor: operatorOf(accountId), input: { messageId: publicId("msg", id) } });

const findings = async () =>
  (await runAudit(undefined, { isFull: true })).filter(({ breaches }) => breaches > 0);

test("a text is erased after its time, and nothing that anybody counts changes", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const old = await addDelivered(accountId, 92);
  const young = await addDelivered(accountId, 88);
  const metadata = { patient: "Ada" };
  await db().update(messages).set({ metadata }).where(eq(messages.accountId, accountId));
  const month = daysAgo(92).toISOString().slice(0, 7);
  const input = { by: "sender", months: { from: month, to: month }, limit: 10 } as const;
  const before = {
    row: await rowOf(old),
    balance: await getBalance({ actor }),
    spent: await sumCosts({ actor, input }),
  };
  await sweepAll();
  const { body, bodyErasedAt, metadata: left, ...rest } = await rowOf(old);
  const { body: _body, bodyErasedAt: _at, metadata: _metadata, ...was } = before.row;
  expect({ body, left }).toEqual({ body: "", left: null });
  expect(bodyErasedAt).toBeInstanceOf(Date);
  expect(rest).toEqual(was);
  expect(await getBalance({ actor })).toBe(before.balance);
  expect(await sumCosts({ actor, input })).toEqual(before.spent);
  expect(await view(accountId, old)).toMatchObject({
    ...{ body: "", metadata: null, store_body: true, body_erased_at: bodyErasedAt?.toISOString() },
    events: [{ type: "accepted" }, { type: "sms.delivered" }],
  });
  expect(await view(accountId, young)).toMatchObject({
    ...{ body: "Your code is 482913", metadata, body_erased_at: null },
  });
  const events = await db().select().from(messageEvents).where(eq(messageEvents.messageId, old));
  expect(events).toMatchObject([{ type: "sms.delivered", terminal: true, raw: null }]);
  expect(await findings()).toEqual([]);
});

test("histories go after an account's time, and the audit, also of closed months, finds nothing amiss", async () => {
  const [short, usual] = [await mintAccount(), await mintAccount()];
  const ids = await Promise.all([short, usual].map(({ accountId }) => addFree(accountId, 100)));
  const young = await addFree(short.accountId, 50);
  const closed = await auditAndClose();
  expect(closed.findings.filter(({ breaches }) => breaches > 0)).toEqual([]);
  expect(closed.closedUntil).not.toBeNull();
  const input = { texts: "", attempts: "", events: "60" };
  await saveRetention({ actor: operatorOf(short.accountId), input });
  await sweepAll();
  const eventsOf = (messageId: string) =>
    db().select().from(messageEvents).where(eq(messageEvents.messageId, messageId));
  const left = await Promise.all([...ids, young].map(eventsOf));
  expect(left.map(({ length }) => length)).toEqual([0, 1, 1]);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  expect(await findings()).toEqual([]);
  // What should still be there is missed as before.
  await db().delete(messageEvents).where(eq(messageEvents.messageId, young));
  expect((await findings()).map(({ name }) => name)).toContain("one_end");
});

test("histories that a sweep has begun to delete are not missed when its account then chooses a longer time", async () => {
  const { accountId } = await mintAccount();
  const eventsGoneUntil = daysAgo(60);
  await db().transaction((tx) => saveProgress(accountId, { eventsGoneUntil }, tx));
  const input = { texts: "", attempts: "", events: "90" };
  await saveRetention({ actor: operatorOf(accountId), input });
  await sweepAll();
  const [row] = await db()
    .select()
    .from(accountRetention)
    .where(eq(accountRetention.accountId, accountId));
  expect(row).toMatchObject({ eventsUntil: expect.any(Date), eventsGoneUntil });
});

test("a search finds no erased text, neither by its row nor by the index of texts", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const old = await addDelivered(accountId, 95, "The needle is here");
  const young = await addDelivered(accountId, 1, "The needle is there");
  const sizes = { small: 2, perLarge: 2 };
  expect(await indexTexts({ accountId, sizes })).toBeGreaterThan(0);
  const find = async () =>
    (await listLog({ actor, input: LogQuery.parse({ q: "needle" }) })).data.map(
      ({ message_id }) => message_id,
    );
  expect(await find()).toEqual([young, old].map((id) => publicId("msg", id)));
  await sweepAll();
  const [segment] = await db().execute<{ positions: number }>(
    sql`select positions from text_segments where account_id = ${accountId}`,
  );
  expect(segment?.positions).toBe(0);
  expect(await find()).toEqual([publicId("msg", young)]);
  await indexTexts({ accountId, sizes });
  expect(await find()).toEqual([publicId("msg", young)]);
});

test("a message that is still to be sent keeps its text, and loses it when a carrier has it", async () => {
  const { accountId } = await mintAccount();
  await saveRetention({ actor: operatorOf(accountId), input: { texts: "1", attempts: "" } });
  const tomorrow = new Date(Date.now() + dayMs);
  const scheduled = { status: "scheduled", scheduledAt: tomorrow, validUntil: tomorrow } as const;
  const metadata = { patient: "Ada" };
  const facts = { ...scheduled, metadata };
  const id = await play(accountId, daysAgo(3), (scene) => addPaid(scene, facts));
  await sweepAll();
  expect(await rowOf(id)).toMatchObject({ body: "Hello", metadata, bodyErasedAt: null });
  expect(await view(accountId, id)).toMatchObject({ body: "Hello", body_erased_at: null });
  await db().update(messages).set({ status: "sending" }).where(eq(messages.id, id));
  const change = { id, was: "sending" as const, status: "sent" as const, ended: false };
  const nothing = { reason: null, carrier_code: null, operator: null };
  await db().transaction((tx) =>
    updateStatuses(
      accountId,
      { changes: [{ ...change, ...nothing }], events: [], at: new Date() },
      tx,
    ),
  );
  const erased = { body: "", metadata: null, bodyErasedAt: expect.any(Date) };
  expect(await rowOf(id)).toMatchObject(erased);
});

test("the metadata of a text that was never stored goes after the same time", async () => {
  const { accountId } = await mintAccount();
  const id = await addDelivered(accountId, 92, "");
  const sentAt = daysAgo(92);
  const unstored = { bodyStorage: "never", bodyErasedAt: sentAt, metadata: { a: 1 } } as const;
  await db().update(messages).set(unstored).where(eq(messages.id, id));
  await sweepAll();
  expect(await rowOf(id)).toMatchObject({ metadata: null, bodyErasedAt: sentAt });
});

test("what was reported of a message that is still open goes when it ends, however it ends", async () => {
  const { accountId } = await mintAccount();
  await saveRetention({ actor: operatorOf(accountId), input: { texts: "1", attempts: "" } });
  const open = { status: "sent", validUntil: new Date(Date.now() + dayMs) } as const;
  const addOpen = async () => {
    const id = await play(accountId, daysAgo(3), (scene) => addPaid(scene, open));
    const event = { accountId, messageId: id, id: newId(), type: "sent", at: daysAgo(3) };
    await db()
      .insert(messageEvents)
      .values({ ...event, source: "worker", raw: { text: "Hello" } });
    return id;
  };
  const [delivered, expired] = [await addOpen(), await addOpen()];
  await sweepAll();
  const rawsOf = async (messageId: string) => {
    const events = await db()
      .select({ raw: messageEvents.raw })
      .from(messageEvents)
      .where(eq(messageEvents.messageId, messageId));
    return events.map(({ raw }) => raw);
  };
  // Until then the carrier is asked about it with its own words.
  expect(await rawsOf(delivered)).toEqual([{ text: "Hello" }]);
  const change = { id: delivered, was: "sent", status: "delivered", ended: true } as const;
  const nothing = { reason: null, carrier_code: null, operator: null };
  const at = new Date();
  await db().transaction(async (tx) => {
    const changes = [{ ...change, ...nothing }];
    await updateStatuses(accountId, { changes, events: [], at }, tx);
    const rows = [{ id: expired, status: "sent" as const }];
    const end = { status: "expired", reason: "no_receipt", refundId: null } as const;
    await endMessages({ accountId, rows, ...end, at }, tx);
  });
  expect(await rawsOf(delivered)).toEqual([null]);
  expect(await rawsOf(expired)).toEqual([null]);
  expect(await rowOf(expired)).toMatchObject({ body: "", bodyErasedAt: expect.any(Date) });
});

test("each account's texts go after its own time, those of a longer or of no limit stay", async () => {
  const [short, usual] = [await mintAccount(), await mintAccount()];
  await saveRetention({ actor: operatorOf(short.accountId), input: { texts: "7", attempts: "" } });
  const ids = await Promise.all(
    [short, usual].map(({ accountId }) => addDelivered(accountId, 9, "Nine days old")),
  );
  await sweepAll();
  const bodies = async () => (await Promise.all(ids.map(rowOf))).map(({ body }) => body);
  expect(await bodies()).toEqual(["", "Nine days old"]);
});

test("without a limit nothing is erased, however old it is", async () => {
  await db().insert(retentionLimits).values({ kind: "texts", days: null });
  const { accountId } = await mintAccount();
  const id = await addDelivered(accountId, 1000, "From long ago");
  await sweepAll();
  expect((await rowOf(id)).body).toBe("From long ago");
  await db().delete(retentionLimits);
  await sweepAll();
  expect((await rowOf(id)).body).toBe("");
});

test("a message that somebody works on is left alone, and erased by a later sweep", async () => {
  const { accountId } = await mintAccount();
  const first = await addDelivered(accountId, 100);
  const busy = await addDelivered(accountId, 99);
  const last = await addDelivered(accountId, 98);
  await db().transaction(async (tx) => {
    await tx.execute(sql`select from messages where id = ${busy} for update`);
    await sweepAll();
    expect((await rowOf(first)).body).toBe("");
    expect((await rowOf(busy)).body).not.toBe("");
  });
  await sweepAll();
  expect((await rowOf(busy)).body).toBe("");
  expect((await rowOf(last)).body).toBe("");
});

test("a sweep in progress keeps no send waiting", async () => {
  const { accountId } = await mintAccount();
  await addFree(accountId, 100);
  const page = { accountId, after: null, before: firstIdAt(Date.now()), limit: 500 };
  await db().transaction(async (tx) => {
    await eraseTexts(page, tx);
    const wire = { from: "YourBrand", to: "48732129000", body: "Now" };
    const { accepted } = await sendMessage({ actor: operatorOf(accountId), input: wire });
    expect(accepted.status).toBe("queued");
  });
});

test("more messages than one step takes are erased, each once", async () => {
  const { accountId } = await mintAccount();
  const model = await addDelivered(accountId, 120);
  await db().execute(sql`
    insert into messages select copy.* from messages m, generate_series(1, 1200) place,
      lateral jsonb_populate_record(m, jsonb_build_object(
        'id', (left(m.id::text, 24) || lpad(to_hex(place), 12, '0'))::uuid)) copy
    where m.id = ${model}`);
  await sweepAll();
  const rows = await db().select().from(messages).where(eq(messages.accountId, accountId));
  expect(rows).toHaveLength(1201);
  expect(rows.every(({ body, bodyErasedAt }) => body === "" && bodyErasedAt)).toBe(true);
  const times = rows.map(({ bodyErasedAt }) => bodyErasedAt?.getTime());
  await db().execute(sql`update account_retention set texts_until = null, sent_to = null`);
  await sweepAll();
  const again = await db().select().from(messages).where(eq(messages.accountId, accountId));
  expect(again.map(({ bodyErasedAt }) => bodyErasedAt?.getTime()).sort()).toEqual(times.sort());
});

test("a repeated request gets its original response when the text is gone", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const wire = {
    ...{ from: "YourBrand", to: "48732129000", body: "Once" },
    ...{ metadata: { order: 1042 }, idempotency_key: randomUUID() },
  };
  const { accepted } = await sendMessage({ actor, input: wire });
  await db().update(messages).set({ status: "failed" }).where(eq(messages.accountId, accountId));
  const page = { accountId, after: null, before: firstIdAt(Date.now() + dayMs), limit: 500 };
  await db().transaction((tx) => eraseTexts(page, tx));
  const again = await sendMessage({ actor, input: wire });
  expect(again).toEqual({ accepted, isReplay: true });
  const { data } = await sendBatch({ actor, input: { messages: [wire] } });
  expect(data).toMatchObject([{ message_id: accepted.message_id, metadata: { order: 1042 } }]);
  const other = sendMessage({ actor, input: { ...wire, body: "Twice" } });
  await expect(other).rejects.toMatchObject({ code: "idempotency_mismatch" });
});

test("a text that is gone can't be guessed by what is stored of its request", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const send = (body: string) => {
    const wire = { from: "YourBrand", to: "48732129000", body, idempotency_key: randomUUID() };
    return sendMessage({ actor, input: wire });
  };
  const hashes = async () => {
    const rows = await db()
      .select({ hash: idempotencyKeys.requestHash })
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.accountId, accountId))
      .orderBy(idempotencyKeys.messageId);
    return rows.map(({ hash }) => hash);
  };
  for (const body of ["482913", "482913"]) await send(body);
  // The same text makes the same hash: whoever tries all codes finds it.
  const plain = await hashes();
  expect(new Set(plain).size).toBe(1);
  await db().update(messages).set({ status: "failed" }).where(eq(messages.accountId, accountId));
  const page = { accountId, after: null, before: firstIdAt(Date.now() + dayMs), limit: 1 };
  await db().transaction((tx) => eraseTexts(page, tx));
  const [sealed, untouched] = await hashes();
  expect(sealed).not.toBe(plain[0]);
  expect(untouched).toBe(plain[1]);
});

test("what a phone sent loses its text, too, and what was reported of it", async () => {
  const { accountId } = await mintAccount();
  const at = daysAgo(92);
  const texts = { from: "48732129000", to: "48500100200", body: "My secret", raw: { a: 1 } };
  const id = `${firstIdAt(at.getTime()).slice(0, 14)}${randomUUID().slice(14)}`;
  await db()
    .insert(inboundMessages)
    .values({ id, accountId, carrier: "orange", ref: id, at, receivedAt: at, ...texts });
  await sweepAll();
  const [row] = await db().select().from(inboundMessages).where(eq(inboundMessages.id, id));
  expect(row).toMatchObject({ body: "", raw: null, bodyErasedAt: expect.any(Date) });
  expect(await listConversations({ actor: operatorOf(accountId) })).toMatchObject([
    { body: "", erasedAt: row?.bodyErasedAt?.toISOString() },
  ]);
});

test("attempts of webhooks go by the day for an account that says so, and by whole months for others", async () => {
  const [short, usual] = [await mintAccount(), await mintAccount()];
  await saveRetention({ actor: operatorOf(short.accountId), input: { texts: "", attempts: "7" } });
  const add = async (accountId: string, days: number) => {
    const at = daysAgo(days);
    const eventId = `${firstIdAt(at.getTime()).slice(0, 14)}${randomUUID().slice(14)}`;
    const sent = { durationMs: 1, url: "https://example.com", requestHeaders: {}, answer: "ok" };
    await db()
      .insert(webhookAttempts)
      .values({ accountId, endpointId: newId(), eventId, id: newId(), at, ...sent });
  };
  for (const { accountId } of [short, usual]) {
    for (const days of [1, 9, 200]) await add(accountId, days);
  }
  const agesOf = async (accountId: string) => {
    const rows = await db()
      .select({ at: webhookAttempts.at })
      .from(webhookAttempts)
      .where(eq(webhookAttempts.accountId, accountId));
    return rows.map(({ at }) => Math.round((Date.now() - at.getTime()) / dayMs)).sort();
  };
  await sweepAll();
  expect(await agesOf(short.accountId)).toEqual([1]);
  expect(await agesOf(usual.accountId)).toEqual([1, 200, 9]);
  await keepMonths();
  expect(await agesOf(usual.accountId)).toContain(9);
});

test("an account that fails holds up no other, and is told in the end", async () => {
  const accounts = await Promise.all(Array.from({ length: 5 }, () => mintAccount()));
  const [bad = ""] = accounts.map(({ accountId }) => accountId);
  const ids = await Promise.all(accounts.map(({ accountId }) => addDelivered(accountId, 95)));
  await db().execute(sql`
    create function fail_erasing() returns trigger language plpgsql as
    $$ begin raise exception 'broken row'; end $$`);
  await db().execute(
    sql.raw(`create trigger fail_erasing before update on messages for each row
    when (new.account_id = '${bad}' and new.body = '') execute function fail_erasing()`),
  );
  await expect(sweepRetention()).rejects.toMatchObject({
    cause: { message: expect.stringContaining("broken row") },
  });
  const bodies = (await Promise.all(ids.map(rowOf))).map(({ body }) => body);
  expect(bodies).toEqual([expect.stringContaining("code"), "", "", "", ""]);
  await db().execute(sql`drop trigger fail_erasing on messages`);
  await sweepAll();
  expect((await rowOf(ids[0] ?? "")).body).toBe("");
});

test("an open message of an account in which nothing is too old is not touched", async () => {
  const { accountId } = await mintAccount();
  const id = await play(accountId, daysAgo(1), (scene) => addMessage(scene));
  const before = await rowOf(id);
  await sweepAll();
  expect(await rowOf(id)).toEqual(before);
});
