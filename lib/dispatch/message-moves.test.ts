import { readdirSync, readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { eraseClosedAccounts } from "../account-data/erase-closed-accounts";
import { invariantsSince } from "../audit/invariants-since";
import type { ReceiptStatus, SubmitOutcome } from "../carriers/carrier";
import { operatorOf } from "../core/actor";
import { db, type Tx } from "../core/db";
import { firstIdAt, newId, publicId } from "../core/ids";
import { cancelMessage } from "../messages/cancel-message";
import { cancelWaitingMessages } from "../messages/cancel-waiting-messages";
import { type ClaimedMessage, claimMessages } from "../messages/claim-messages";
import { eraseRecipient } from "../messages/erase-recipient";
import { eraseTexts } from "../messages/erase-texts";
import { holdMessages } from "../messages/hold-messages";
import { hurryMessage } from "../messages/hurry-messages";
import { outdateWaiting } from "../messages/outdate-waiting";
import { releaseMessages } from "../messages/release-messages";
import { rescheduleMessage } from "../messages/reschedule-message";
import { setParts } from "../messages/set-parts";
import { settleUnknown } from "../messages/settle-unknown";
import { canMove, isTerminal, type MessageStatus, messageStatuses } from "../messages/status";
import { recordReceipts } from "../receipts/record-receipts";
import { countAgain } from "../testing/count-again";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { explainWaiting } from "./_explain-waiting";
import { recordSubmitOutcomes } from "./_record-submit-outcomes";
import { expireMessages } from "./expire-messages";
import { recoverOrphans } from "./recover-orphans";
import { routeMessages } from "./route-messages";

type Row = typeof messages.$inferSelect;

const hourMs = 3_600_000;
const fromNow = (ms: number) => new Date(Date.now() + ms);
let dropDatabase: () => Promise<void>;

// The database itself says what moved, whichever statement it was.
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  await db().execute(
    sql`create table seen_moves (was text, became text, primary key (was, became))`,
  );
  await db().execute(sql`
    create function see_move() returns trigger language plpgsql as $$ begin
      insert into seen_moves values (old.status, new.status) on conflict do nothing;
      return null;
    end $$`);
  await db().execute(sql`
    create trigger see_move after update on messages for each row
    when (old.status <> new.status) execute function see_move()`);
});
afterAll(() => dropDatabase?.());
beforeEach(async () => {
  await db().execute(sql`delete from seen_moves`);
  for (const table of [messages, messageCounts, messageDeltas]) await db().delete(table);
});

interface Writer {
  /** The file that has its statement. */
  file: string;
  /** Ends a lease, a validity, or whatever else lets it at the messages of every state. */
  set?: Partial<Row>;
  only?: (status: MessageStatus) => boolean;
  write(accountId: string, rows: Row[]): Promise<unknown>;
}

const leaseId = newId();
const queue = { carrier: "simulator", test: false };
const receipts: ReceiptStatus[] = ["sent", "delivered", "failed", "expired", "bounced"];
const outcomes: SubmitOutcome[] = [
  { kind: "accepted", ref: "" },
  { kind: "refused", reason: "carrier_rejected", carrierCode: null },
  { kind: "later", reason: "carrier_busy", retryAfterMs: 500 },
  { kind: "skipped", reason: null },
  { kind: "ambiguous", detail: "no response in time" },
];

const writers: Record<string, Writer> = {
  "a claim": {
    file: "messages/claim-messages.ts",
    write: (accountId) => claimMessages({ accountId, queue, leaseId, limit: 1000 }),
  },
  ...Object.fromEntries(
    outcomes.map((outcome): [string, Writer] => [
      `a response that says ${outcome.kind}`,
      {
        file: "messages/record-outcomes.ts",
        set: { leaseId },
        write: (accountId, rows) =>
          recordSubmitOutcomes({
            ...{ accountId, leaseId, carrier: "simulator", isInTrouble: false, ambiguous: "hold" },
            batch: rows.map((row): ClaimedMessage => ({ ...row, offeredBefore: null })),
            outcomes: rows.map(({ id }) =>
              outcome.kind === "accepted" ? { kind: "accepted", ref: `of ${id}` } : outcome,
            ),
          }),
      },
    ]),
  ),
  "the recovery of a lost worker's messages": {
    file: "messages/recover-messages.ts",
    set: { leaseId, leaseUntil: fromNow(-hourMs) },
    write: recoverOrphans,
  },
  "the end of validity": {
    file: "messages/end-messages.ts",
    set: { validUntil: fromNow(-hourMs), leaseUntil: fromNow(-hourMs) },
    write: expireMessages,
  },
  ...Object.fromEntries(
    [0, hourMs].map((ms): [string, Writer] => [
      `another time, ${ms === 0 ? "now" : "later"}`,
      {
        file: "messages/reschedule-message.ts",
        write: (accountId, rows) =>
          forEach(rows, (messageId) =>
            rescheduleMessage({
              actor: operatorOf(accountId),
              input: { messageId, wanted: { scheduled_at: fromNow(ms).toISOString() } },
            }),
          ),
      },
    ]),
  ),
  "a cancellation": {
    file: "messages/end-messages.ts",
    write: (accountId, rows) =>
      forEach(rows, (messageId) =>
        cancelMessage({ actor: operatorOf(accountId), input: { messageId } }),
      ),
  },
  "the closing of an account": {
    file: "messages/end-messages.ts",
    async write(accountId) {
      await close(accountId);
      await cancelWaitingMessages(accountId);
    },
  },
  ...Object.fromEntries(
    receipts.map((status): [string, Writer] => [
      `a receipt that says ${status}`,
      {
        file: "messages/update-statuses.ts",
        write: (_accountId, rows) =>
          recordReceipts(
            "simulator",
            rows.map(({ id }) => {
              const facts = { reason: null, carrierCode: null, operator: null, raw: {} };
              return { ref: id, status, at: new Date(), ...facts };
            }),
          ),
      },
    ]),
  ),
};

const operator = operatorOf(newId());
const decisions = ["send_again", "refund"] as const;
for (const decision of decisions) {
  writers[`the administrator's word to ${decision}`] = {
    file: "messages/settle-unknown.ts",
    write: (_accountId, rows) =>
      forEach(rows, (messageId) =>
        settleUnknown({ actor: operator, input: { messageId, decision } }),
      ),
  };
}

function forEachSend(rows: Row[], work: (sendId: string, tx: Tx) => Promise<unknown>) {
  return db().transaction(async (tx) => {
    for (const { sendId } of rows) if (sendId) await work(sendId, tx);
  });
}

const movesNothing: Record<string, Writer> = {
  "a reason to wait": {
    file: "messages/set-wait-reason.ts",
    write: () =>
      explainWaiting({
        ...{ queue, reason: "carrier_down", since: new Date() },
      }),
  },
  "the end of its validity, after a restore": {
    file: "messages/outdate-waiting.ts",
    write: outdateWaiting,
  },
  "a retry now": {
    file: "messages/hurry-messages.ts",
    set: { waitReason: "carrier_down", dueAt: fromNow(hourMs / 2) },
    write: (accountId, rows) =>
      db().transaction(async (tx) => {
        for (const { id } of rows) await hurryMessage(accountId, id, tx);
      }),
  },
  "another route": {
    file: "messages/assign-carriers.ts",
    write: routeMessages,
  },
  "a hold": {
    file: "messages/hold-messages.ts",
    set: { sendId: newId() },
    write: (accountId, rows) =>
      forEachSend(rows, (sendId, tx) => holdMessages({ accountId, sendId }, "campaign_paused", tx)),
  },
  "the end of a hold": {
    file: "messages/release-messages.ts",
    set: { sendId: newId(), dueAt: fromNow(100 * 365 * 24 * hourMs) },
    write: (accountId, rows) =>
      forEachSend(rows, (sendId, tx) => releaseMessages({ accountId, sendId }, tx)),
  },
  "the erasing of a person": {
    file: "messages/erase-recipient.ts",
    write: (accountId, rows) =>
      db().transaction(async (tx) => {
        for (const { to } of rows) await eraseRecipient({ accountId, number: to, limit: 100 }, tx);
      }),
  },
  "the erasing of old texts": {
    file: "messages/erase-texts.ts",
    async write(accountId) {
      const page = { accountId, after: null, before: firstIdAt(Date.now() + hourMs), limit: 1000 };
      await db().transaction((tx) => eraseTexts(page, tx));
      const rows = await db().select().from(messages).where(eq(messages.accountId, accountId));
      for (const { status, body } of rows) expect(body === "", status).toBe(isTerminal(status));
    },
  },
  "the number of its parts": {
    file: "messages/set-parts.ts",
    write: (accountId, rows) =>
      db().transaction(async (tx) => {
        for (const { id } of rows) await setParts({ accountId, id, parts: 2 }, tx);
      }),
  },
  "the erasing of an account": {
    file: "messages/erase-messages.ts",
    only: isTerminal,
    async write(accountId) {
      await close(accountId);
      await eraseClosedAccounts();
      const rows = await db().select().from(messages).where(eq(messages.accountId, accountId));
      expect(new Set(rows.map(({ body }) => body))).toEqual(new Set([""]));
    },
  },
};

const all = new Set<string>();

test.each(Object.entries(writers))(
  "%s makes moves of the table only, and counts them, whatever state a message is in",
  async (name, writer) => {
    const seen = await movesOf(writer);
    for (const move of seen) all.add(move);
    expect(violationsOf(seen)).toEqual([]);
    if (!name.includes("later")) expect(seen.length).toBeGreaterThan(0);
    expect(await miscounted()).toEqual([]);
  },
);

test.each(Object.entries(movesNothing))("%s moves no message", async (_name, writer) => {
  expect(await movesOf(writer)).toEqual([]);
  expect(await miscounted()).toEqual([]);
});

test("each move of the table is made by one of these statements", () => {
  const allowed = messageStatuses.flatMap((was) =>
    messageStatuses.filter((became) => canMove(was, became)).map((became) => `${was} → ${became}`),
  );
  expect([...all].sort()).toEqual(allowed.sort());
});

test("there is no other statement that updates messages", () => {
  const update = /update\(messages\)|update (only )?(\$\{messages\}|"?messages"?)\s/i;
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|^testing\//.test(file))
    .filter((file) => update.test(readFileSync(`lib/${file}`, "utf8")));
  const known = [...Object.values(writers), ...Object.values(movesNothing)];
  expect(files.sort()).toEqual([...new Set(known.map(({ file }) => file))].sort());
});

test("a statement that brings a delivered message back would be found", async () => {
  const seen = await movesOf({
    file: "",
    write: () =>
      db().update(messages).set({ status: "queued" }).where(eq(messages.status, "delivered")),
  });
  expect(violationsOf(seen)).toEqual(["delivered → queued"]);
  expect(await miscounted()).not.toEqual([]);
});

/** The accounts whose counts are not those of their messages. */
async function miscounted() {
  const audit = invariantsSince(null).find(({ name }) => name === "counts_are_messages");
  return db().execute(sql.raw(audit?.breaches ?? ""));
}

function violationsOf(moves: string[]): string[] {
  return moves.filter((move) => {
    const [was, became] = move.split(" → ") as [MessageStatus, MessageStatus];
    return !canMove(was, became);
  });
}

/** The moves that a writer makes among messages of every state, offered to carriers of every kind. */
async function movesOf({ set, only = () => true, write }: Writer): Promise<string[]> {
  const { accountId } = await mintAccount();
  const rows = messageStatuses.filter(only).flatMap((status) =>
    [null, "simulator", "one that sends twice"].flatMap((carrier) =>
      [null, new Date()].map((offeredAt) => ({
        ...toRow(accountId, status),
        ...{ carrier, offeredAt },
        ...set,
      })),
    ),
  );
  const stored = await db().insert(messages).values(rows).returning();
  await db()
    .insert(carrierMessages)
    .values(stored.map(({ id }) => ({ carrier: "simulator", ref: id, accountId, messageId: id })));
  await countAgain(accountId);
  await write(accountId, stored);
  const seen = await db().execute<{ was: string; became: string }>(sql`
    select was, became from seen_moves order by was, became`);
  return seen.map(({ was, became }) => `${was} → ${became}`);
}

function toRow(accountId: string, status: MessageStatus): typeof messages.$inferInsert {
  const text = { from: "YourBrand", to: "48732129000", body: "Hello", encoding: "GSM-7" } as const;
  const times = {
    createdAt: fromNow(-hourMs),
    scheduledAt: fromNow(-hourMs),
    dueAt: fromNow(-hourMs),
    validUntil: fromNow(hourMs),
    endedAt: isTerminal(status) ? new Date() : null,
  };
  const own = { accountId, id: newId(), status, source: "api", test: false } as const;
  return { ...own, ...text, ...times, segments: 1, credits: 0 };
}

/** For each message by itself; what is refused is refused. */
async function forEach(rows: Row[], act: (messageId: string) => Promise<unknown>): Promise<void> {
  for (const { id } of rows) await act(publicId("msg", id)).catch(() => undefined);
}

function close(accountId: string) {
  const gone = { status: "closing", closedAt: new Date(), eraseAfter: fromNow(-1000) } as const;
  return db().update(accounts).set(gone).where(eq(accounts.id, accountId));
}
