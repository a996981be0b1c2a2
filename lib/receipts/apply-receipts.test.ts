import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import type { ReceiptStatus } from "../carriers/carrier";
import { db } from "../core/db";
import { isAway } from "../core/to-app-error";
import { canMove, isTerminal, type MessageStatus } from "../messages/status";
import { addMessage } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { applyReceipts } from "./_apply-receipts";
import type { Placed } from "./_placed";
import { recordReceipts } from "./record-receipts";

let drop: () => Promise<void> = async () => undefined;
let accountId = "";
beforeAll(async () => {
  drop = await useOwnDatabase();
  accountId = (await mintAccount()).accountId;
});
afterAll(() => drop());

const starts = ["queued", "sending", "sent", "unknown", "delivered", "cancelled"] as const;
const reports: ReceiptStatus[] = ["sent", "delivered", "failed", "expired", "bounced"];

function addMessages(statuses: MessageStatus[]): Promise<string[]> {
  return db().transaction(async (tx) => {
    const ids: string[] = [];
    for (const status of statuses) ids.push(await addMessage({ tx, accountId }, { status }));
    return ids;
  });
}

function placed(messageId: string, status: ReceiptStatus): Placed {
  const facts = { reason: null, carrierCode: null, operator: null, raw: {} };
  return { accountId, messageId, receipt: { ref: messageId, status, at: new Date(), ...facts } };
}

async function statusesOf(ids: string[]): Promise<(string | undefined)[]> {
  const rows = await db().select({ id: messages.id, status: messages.status }).from(messages);
  const found = new Map(rows.map(({ id, status }) => [id, status]));
  return ids.map((id) => found.get(id));
}

function eventsOf(messageId: string) {
  return db()
    .select()
    .from(messageEvents)
    .where(eq(messageEvents.messageId, messageId))
    .orderBy(messageEvents.id);
}

const apply = (batch: Placed[]) => db().transaction((tx) => applyReceipts(accountId, batch, tx));

/** That a message is where these reports lead one after the other, with a line of history for each. */
async function expectLedTo(id: string, was: MessageStatus, told: ReceiptStatus[]): Promise<void> {
  const next = (from: MessageStatus, to: MessageStatus) => (canMove(from, to) ? to : from);
  const is = told.reduce<MessageStatus>(next, was);
  expect(await statusesOf([id])).toEqual([is]);
  const events = await eventsOf(id);
  expect(events).toHaveLength(told.length);
  const ends = isTerminal(is) && !isTerminal(was) ? [`sms.${is}`] : [];
  expect(events.filter(({ terminal }) => terminal).map(({ type }) => type)).toEqual(ends);
}

describe("receipts of one account", () => {
  const receipt = fc.record({ place: fc.nat(3), status: fc.constantFrom(...reports) });

  test("in one batch or in several lead where one after the other would, and each leaves its line of history", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<MessageStatus>(...starts), { minLength: 4, maxLength: 4 }),
        fc.array(receipt, { maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        async (begin, list, size) => {
          const ids = await addMessages(begin);
          const batch = list.map(({ place, status }) => placed(ids[place] ?? "", status));
          for (let at = 0; at < batch.length; at += size) await apply(batch.slice(at, at + size));
          for (const [place, was] of begin.entries()) {
            const told = list.filter((each) => each.place === place).map(({ status }) => status);
            await expectLedTo(ids[place] ?? "", was, told);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test("in opposite order by two processes at the same time wait for each other and never deadlock", async () => {
    for (let round = 0; round < 8; round += 1) {
      const ids = await addMessages(Array<MessageStatus>(20).fill("sent"));
      const there = ids.map((id) => placed(id, "delivered"));
      const back = [...ids].reverse().map((id) => placed(id, "failed"));
      await Promise.all([apply(there), apply(back)]);
      const ended = new Set(await statusesOf(ids));
      // Whoever came first has ended them all.
      expect(ended.size).toBe(1);
    }
  });

  test("of a message that is gone change nothing and fail nobody", async () => {
    const [here = ""] = await addMessages(["sent"]);
    const gone = placed("00000000-0000-0000-0000-000000000001", "delivered");
    await apply([gone, placed(here, "delivered"), gone]);
    expect(await statusesOf([here])).toEqual(["delivered"]);
    expect(await eventsOf(gone.messageId)).toEqual([]);
  });
});

describe("when the history cannot be written", () => {
  afterEach(async () => {
    await db().execute(sql`drop trigger if exists fail_events on message_events`);
  });

  test("the state does not move either, the carrier is not told that all is well, and its repetition counts", async () => {
    const [id = ""] = await addMessages(["sent"]);
    await db().insert(carrierMessages).values({ carrier: "x", ref: id, accountId, messageId: id });
    await db().execute(sql`
      create or replace function fail_events() returns trigger language plpgsql as
      $$ begin raise exception 'disk full' using errcode = '53100'; end $$`);
    await db().execute(sql`
      create trigger fail_events before insert on message_events
      for each row execute function fail_events()`);
    const { receipt } = placed(id, "delivered");
    await expect(recordReceipts("x", [receipt])).rejects.toSatisfy(isAway);
    expect(await statusesOf([id])).toEqual(["sent"]);
    await db().execute(sql`drop trigger fail_events on message_events`);
    expect(await recordReceipts("x", [receipt])).toEqual({ placed: 1, parked: 0 });
    expect(await statusesOf([id])).toEqual(["delivered"]);
    expect(await eventsOf(id)).toHaveLength(1);
  });
});

test("what is reported after the text was erased is not stored word for word", async () => {
  const [kept = "", erased = ""] = await addMessages(["delivered", "delivered"]);
  await db()
    .update(messages)
    .set({ body: "", bodyErasedAt: new Date() })
    .where(eq(messages.id, erased));
  const batch = [kept, erased].map((id) => placed(id, "failed"));
  for (const { receipt } of batch) receipt.raw = { text: "Hello" };
  await apply(batch);
  expect(await eventsOf(kept)).toMatchObject([{ raw: { text: "Hello" } }]);
  expect(await eventsOf(erased)).toMatchObject([{ type: "receipt", raw: null }]);
});

test("a time that the carrier named is the time of the event; without one it is now", async () => {
  const [told = "", untold = ""] = await addMessages(["sent", "sent"]);
  const at = new Date("2026-05-15T12:00:00.123Z");
  const [first, second] = [placed(told, "delivered"), placed(untold, "delivered")];
  first.receipt.at = at;
  second.receipt.at = null;
  await apply([first, second]);
  const [one] = await eventsOf(told);
  const [other] = await eventsOf(untold);
  expect(one?.at).toEqual(at);
  expect(Math.abs((other?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
});
