import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { invariantsSince } from "../audit/invariants-since";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId, publicId } from "../core/ids";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { expireMessages } from "../dispatch/expire-messages";
import { recoverOrphans } from "../dispatch/recover-orphans";
import { cancelMessage } from "../messages/cancel-message";
import { rescheduleMessage } from "../messages/reschedule-message";
import { sendMessage } from "../sending/send-message";
import { countAgain } from "../testing/count-again";
import { endMessages } from "../testing/end-messages";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { countMessages } from "./_count-messages";
import { bucketSteps } from "./delivery-buckets";
import { foldDeltas } from "./fold-deltas";

let drop: () => Promise<void>;
beforeAll(async () => {
  drop = await useOwnDatabase();
});
afterAll(() => drop());

const ever = [new Date(0), new Date("2100-01-01T00:00:00Z")];
const later = () => new Date(Date.now() + 3_600_000).toISOString();

function send(accountId: string, isTest: boolean, change: object = {}) {
  const wire = { from: "YourBrand", to: "48732129000", body: "Hello", ...change };
  return sendMessage({ actor: operatorOf(accountId, isTest ? "test" : "live"), input: wire });
}

/** One of an account's messages in such a state, by its id for people; undefined when there is none. */
async function pick(accountId: string, status: string): Promise<string | undefined> {
  const [row] = await db().execute<{ id: string }>(
    sql`select id from messages where account_id = ${accountId} and status = ${status} limit 1`,
  );
  return row && publicId("msg", row.id);
}

type Deed = (accountId: string) => Promise<unknown>;

/** What can happen to messages, by the product's own verbs or by a crash. */
const deeds: Record<string, Deed> = {
  send: (account) => send(account, false),
  sendLong: (account) => send(account, false, { body: "a".repeat(200) }),
  sendTest: (account) => send(account, true),
  schedule: (account) => send(account, false, { scheduled_at: later() }),
  dispatch: () =>
    Promise.all([false, true].map((test) => dispatchMessages({ carrier: "simulator", test }))),
  deliver: (account) => endMessages(account, 3),
  fail: (account) => endMessages(account, 2, "failed"),
  bounce: (account) => endMessages(account, 1, "bounced"),
  fold: () => Promise.all([foldDeltas(), foldDeltas()]),
  async cancel(account) {
    const messageId = await pick(account, "scheduled");
    if (messageId) await cancelMessage({ actor: operatorOf(account), input: { messageId } });
  },
  async move(account) {
    const messageId = await pick(account, "scheduled");
    if (!messageId) return;
    const wanted = { scheduled_at: new Date(Date.now() + 7_200_000).toISOString() };
    await rescheduleMessage({ actor: operatorOf(account), input: { messageId, wanted } });
  },
  async expire(account) {
    await db().execute(sql`
      update messages set valid_until = now() - interval '1 second'
      where account_id = ${account} and status in ('scheduled', 'sent')`);
    await expireMessages();
  },
  async kill(account) {
    await db().execute(sql`
      update messages set status = 'sending', lease_id = ${newId()}, lease_until = now() - interval '1 second'
      where account_id = ${account} and status = 'queued'`);
    await countAgain(account);
    await recoverOrphans();
  },
};

/** What counting the messages themselves gives. */
async function countedByHand(accountId: string, isTest: boolean) {
  return db().execute<{ status: string; messages: number; segments: number; credits: number }>(sql`
    select status, count(*)::int as messages, sum(segments)::int as segments, sum(case when refund_id is null then credits else 0 end)::int as credits
    from messages where account_id = ${accountId} and test = ${isTest} group by 1 order by 1`);
}

/** What the counts say, without the times. */
async function counted(accountId: string, isTest: boolean) {
  const rows = await countMessages({ accountId, test: isTest, bounds: ever });
  const byStatus = new Map<string, { messages: number; segments: number; credits: number }>();
  for (const { status, messages, segments, credits } of rows) {
    const sum = byStatus.get(status) ?? { messages: 0, segments: 0, credits: 0 };
    byStatus.set(status, {
      messages: sum.messages + messages,
      segments: sum.segments + segments,
      credits: sum.credits + credits,
    });
  }
  return [...byStatus].map(([status, sum]) => ({ status, ...sum })).sort(byName);
}

function byName(a: { status: string }, b: { status: string }): number {
  return a.status < b.status ? -1 : 1;
}

test("whatever happens to messages, the counts are at every moment what counting them gives", async () => {
  const plans = fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 5, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { accountId } = await mintAccount({ credits: 1000 });
      for (const name of plan) {
        await deeds[name]?.(accountId);
        for (const isTest of [false, true]) {
          const byHand = [...(await countedByHand(accountId, isTest))].sort(byName);
          expect(await counted(accountId, isTest), `after ${name}`).toEqual(byHand);
        }
      }
    }),
    { numRuns: 12 },
  );
  const audit = invariantsSince(null).find(({ name }) => name === "counts_are_messages");
  expect(await db().execute(sql.raw(audit?.breaches ?? ""))).toHaveLength(0);
}, 90_000);

test("reading while it is counted and folded never sees a message twice or not at all", async () => {
  const { accountId } = await mintAccount({ credits: 1000 });
  let isDone = false;
  const folding = (async () => {
    while (!isDone) await foldDeltas();
  })();
  const total = async () =>
    (await counted(accountId, false)).reduce((sum, row) => sum + row.messages, 0);
  let known = 0;
  for (let sent = 1; sent <= 40; sent += 1) {
    const sending = send(accountId, false);
    const during = await total();
    expect(during).toBeGreaterThanOrEqual(known);
    expect(during).toBeLessThanOrEqual(sent);
    await sending;
    known = await total();
    expect(known).toBe(sent);
  }
  isDone = true;
  await folding;
});

test("folding leaves one row for each count, however many statements made it", async () => {
  const { accountId } = await mintAccount({ credits: 1000 });
  for (let sent = 0; sent < 5; sent += 1) await send(accountId, true);
  await foldDeltas();
  const deltas = await db().execute(
    sql`select 1 from message_deltas where account_id = ${accountId}`,
  );
  const counts = await db().execute(
    sql`select 1 from message_counts where account_id = ${accountId}`,
  );
  expect([deltas.length, counts.length]).toEqual([0, 1]);
});

test("a turn folds a bounded number of accounts, and the others have theirs later", async () => {
  await foldDeltas();
  const accounts = 450;
  await db().execute(sql`
    insert into message_deltas (account_id, test, hour, status, bucket, messages, segments, credits)
    select gen_random_uuid(), true, date_trunc('hour', now()), 'sent', -1, 1, 1, 0
    from generate_series(1, ${accounts}::int)`);
  const folded: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { accountIds } = await foldDeltas();
    expect(accountIds.length).toBeLessThan(accounts / 2);
    folded.push(...accountIds);
  }
  expect(new Set(folded).size).toBe(accounts);
  expect(await db().execute(sql`select 1 from message_deltas`)).toHaveLength(0);
});

test("the database puts delivery times into the very buckets that are read", async () => {
  const seconds = [0, 0.05, ...bucketSteps.flatMap((step) => [step, step * 1.001]), 1e6];
  for (const each of seconds) {
    const [row] = await db().execute<{ bucket: number }>(sql`
      select delivery_bucket('delivered', now(), now() + ${each}::float8 * interval '1 second') as bucket`);
    expect(row?.bucket, `${each} s`).toBe(bucketSteps.filter((step) => step <= each).length);
  }
});
