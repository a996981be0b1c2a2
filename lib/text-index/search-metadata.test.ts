import { and, eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { listMessages } from "../message-log/list-messages";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { lockSegments } from "./_lock-segments";
import { findBlocks } from "./find-blocks";
import { allIds } from "./id-range";
import { indexTexts } from "./index-texts";

// Dozens of searches, each in several ways, on a machine that has others to serve.
vi.setConfig({ testTimeout: 60_000 });

/** So small that a test has many. */
const sizes = { small: 128, perLarge: 4 };

/** An account with so many messages, accepted a second apart, the last an hour ago: each has its place as `order`. */
async function fillLog(count: number) {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const input = {
    ...{ from: "YourBrand", to: "48732129000", body: "The newest", metadata: { order: "new" } },
    scheduled_at: new Date(Date.now() + 86_400_000).toISOString(),
  };
  await sendMessage({ actor, input });
  await db().execute(sql`
    insert into messages
    select copy.* from messages m, generate_series(1, ${count}::int) place,
      lateral jsonb_populate_record(m, jsonb_build_object(
        'id', (lpad(to_hex((extract(epoch from m.created_at) * 1000)::bigint - 3600000 - 1000 * place), 12, '0')
          || lpad(to_hex(place), 20, '0'))::uuid,
        'status', 'delivered', 'body', 'Parcel ' || place,
        'metadata', case when place % 10 < 9 then jsonb_build_object(
          'order', place, 'gift', place % 100 = 3, 'note', null, 'paths', jsonb_build_array(place % 50, 'a=b'))
        end)) copy
    where m.account_id = ${accountId}`);
  return { accountId, actor };
}

type Filled = Awaited<ReturnType<typeof fillLog>>;

async function indexAll(filled: Filled): Promise<void> {
  const { accountId } = filled;
  if ((await indexTexts({ accountId, sizes, findsLate: true })) > 0) await indexAll(filled);
}

async function find({ actor }: Filled, metadata: Record<string, string>, q?: string) {
  const { data } = await listMessages({ actor, input: { metadata, q, limit: 1000 } });
  return data.map(({ body }) => body);
}

/** How many messages are read for a member. */
async function countRead({ accountId }: Filled, member: string): Promise<number> {
  const known = await findBlocks({
    ...{ accountId, texts: [[{ text: member, field: "member" }]], always: [], within: allIds },
    ...{ isDescending: true, limit: 10 },
  });
  const inRange = known.flatMap(({ ranges }) =>
    ranges.map(({ low, high }) => sql`${messages.id} between ${low} and ${high}`),
  );
  if (inRange.length === 0) return 0;
  const rows = await db()
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), sql`(${sql.join(inRange, sql` or `)})`));
  return rows.length;
}

test("metadata finds the same with an index, with one that is behind, and without", async () => {
  const filled = await fillLog(400);
  const finds = async () => {
    expect(await find(filled, { order: "255" })).toEqual(["Parcel 255"]);
    expect(await find(filled, { order: "new" })).toEqual(["The newest"]);
    expect(await find(filled, { gift: "true" })).toHaveLength(4);
    expect(await find(filled, { gift: "true", order: "203" }, "parcel")).toEqual(["Parcel 203"]);
    expect(await find(filled, { paths: '[7, "a=b"]' })).toHaveLength(8);
    for (const [key, value] of [
      ["order", "999"],
      ["ORDER", "255"],
      ["note", ""],
      ["order=2", "55"],
    ] as const) {
      expect(await find(filled, { [key]: value })).toEqual([]);
    }
  };
  await finds();
  await indexTexts({ accountId: filled.accountId, sizes });
  await finds();
  await indexAll(filled);
  await finds();
});

test("a value that few messages have, or none, is found by reading little of a long log", async () => {
  const filled = await fillLog(1024);
  await indexAll(filled);
  expect(await countRead(filled, "order=0")).toBe(0);
  expect(await countRead(filled, "order=255")).toBeLessThanOrEqual(2 * 64);
  expect(await countRead(filled, "gift=false")).toBeGreaterThan(900);
});

test("no signature keeps metadata that is erased while it is made", async () => {
  const filled = await fillLog(128);
  const { accountId } = filled;
  let building = Promise.resolve(0);
  await db().transaction(async (tx) => {
    await lockSegments(accountId, tx);
    building = indexTexts({ accountId, sizes });
    const waiting = sql`select 1 from pg_stat_activity where wait_event = 'advisory'`;
    await expect.poll(async () => (await db().execute(waiting)).length).toBeGreaterThan(0);
    await db().execute(sql`
      update ${messages} set metadata = null where account_id = ${accountId} and body = 'Parcel 5'`);
  });
  expect(await building).toBe(0);
  await indexAll(filled);
  expect(await countRead(filled, "order=5")).toBe(0);
});

test("metadata of a text whose time is over is not found, and no signature has it", async () => {
  const filled = await fillLog(128);
  await db().execute(sql`
    update ${messages} set body_storage = 'until_sent'
    where account_id = ${filled.accountId} and body = 'Parcel 5'`);
  expect(await find(filled, { order: "5" })).toEqual([]);
  await indexAll(filled);
  expect(await countRead(filled, "order=5")).toBe(0);
  expect(await find(filled, { order: "6" })).toEqual(["Parcel 6"]);
});
