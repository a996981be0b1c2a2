import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { textSegments } from "@/drizzle/schema/text-index";
import { erasePerson } from "../account-data/erase-person";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { countLog } from "../message-log/count-log";
import { ListMessagesQuery } from "../message-log/list-contract";
import { listLog } from "../message-log/list-log";
import { listMessages } from "../message-log/list-messages";
import { LogQuery } from "../message-log/log-contract";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { lockSegments } from "./_lock-segments";
import { findBlocks } from "./find-blocks";
import { allIds, type IdRange } from "./id-range";
import { indexTexts } from "./index-texts";

// Dozens of searches, each in several ways, on a machine that has others to serve.
vi.setConfig({ testTimeout: 60_000 });

/** So small that a test has many. */
const sizes = { small: 128, perLarge: 4 };
const bodies = ["Zażółć gęślą jaźń", "Your code is 482913.", "Привет, мир 😀", "Save 20% [today]"];

/** An account with so many delivered messages, accepted a second apart, the last an hour ago. */
async function fillLog(count: number) {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  // Nothing else moves it while two ways of searching are compared.
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const input = {
    ...{ from: "YourBrand", to: "48732129000", body: "The newest, the needle" },
    scheduled_at: tomorrow,
  };
  await sendMessage({ actor, input });
  const list = `{${bodies.map((body) => JSON.stringify(body)).join(",")}}`;
  await db().execute(sql`
    insert into messages
    select copy.* from messages m, generate_series(1, ${count}::int) place,
      lateral jsonb_populate_record(m, jsonb_build_object(
        'id', (lpad(to_hex((extract(epoch from m.created_at) * 1000)::bigint - 3600000 - 1000 * place), 12, '0')
          || lpad(to_hex(place), 20, '0'))::uuid,
        'status', 'delivered',
        'recipient', (48600000000 + place)::text,
        'sender', case when place % 200 = 3 then 'Other' else 'YourBrand' end,
        'reason', case when place % 300 = 4 then 'carrier_rejected' end,
        'carrier_code', case when place % 300 = 4 then 'E' || place end,
        'body', case when place % 250 = 5 then 'A needle, ' || place
          else (${list}::text[])[1 + place % ${bodies.length}] || ' ' || place end)) copy
    where m.account_id = ${accountId}`);
  return { accountId, actor };
}

type Filled = Awaited<ReturnType<typeof fillLog>>;

/** Does all that is to do for the index. */
async function indexAll({ accountId }: Filled): Promise<number> {
  const read = await indexTexts({ accountId, sizes, findsLate: true });
  return read === 0 ? 0 : read + (await indexAll({ accountId } as Filled));
}

function segmentsOf({ accountId }: Filled) {
  return db()
    .select({ size: textSegments.messages, positions: textSegments.positions })
    .from(textSegments)
    .where(eq(textSegments.accountId, accountId))
    .orderBy(textSegments.lastId);
}

/** All that the API, the screen from the oldest on, and the count say of a filter. */
async function readAll({ actor }: Filled, query: Record<string, string>) {
  const input = LogQuery.parse(query);
  const [down, up, count] = await Promise.all([
    listMessages({ actor, input: ListMessagesQuery.parse({ ...query, limit: 1000 }) }),
    listLog({ actor, input: { ...input, after: publicId("msg", allIds.low) } }),
    countLog({ actor, input }),
  ]);
  const ids = down.data.map(({ message_id }) => message_id);
  return { ids, next: down.nextCursor, up: up.data.map(({ message_id }) => message_id), count };
}

/** What a search finds, page by page. */
async function readPages({ actor }: Filled, q: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMessages({ actor, input: { q, limit: 1, cursor } });
    ids.push(...page.data.map(({ message_id }) => message_id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

const queries: Record<string, string>[] = [
  { q: "needle" },
  { q: "zazolc gesla" },
  { q: "ПРИВЕТ" },
  { q: "482913" },
  { q: "20% [today] 9" },
  { q: "ÓTHER" },
  { q: "48600000123" },
  { q: "carrier rejected" },
  { q: "e304" },
  { q: "ab" },
  { q: "nowhere to be found" },
  { to: "00123" },
  { q: "needle", to: "0255" },
];

describe("a search", () => {
  test("finds the same with an index, with one that is behind, and without", async () => {
    const filled = await fillLog(400);
    const without = new Map<object, unknown>();
    for (const query of queries) without.set(query, await readAll(filled, query));
    await indexTexts({ accountId: filled.accountId, sizes });
    for (const query of queries.slice(0, 4)) {
      expect(await readAll(filled, query), JSON.stringify(query)).toEqual(without.get(query));
    }
    expect(await indexAll(filled)).toBeGreaterThan(0);
    expect(await segmentsOf(filled)).toHaveLength(3);
    for (const query of queries) {
      expect(await readAll(filled, query), JSON.stringify(query)).toEqual(without.get(query));
    }
    const { ids } = await readAll(filled, { q: "needle" });
    expect(ids).toHaveLength(3);
    expect(await readPages(filled, "needle")).toEqual(ids);
  });

  test("reads little of a long log for a word that few messages have, or none", async () => {
    const filled = await fillLog(1100);
    await indexAll(filled);
    const read = async (text: string) => {
      const { accountId } = filled;
      const known = await findBlocks({
        ...{ accountId, texts: [[{ text, field: "body" }]], always: [], within: allIds },
        ...{ isDescending: true, limit: 10 },
      });
      return await countIn(
        filled,
        known.flatMap(({ ranges }) => ranges),
      );
    };
    expect(await read("haystack")).toBe(0);
    // Each of the four is alone in its block of 64.
    expect(await read("needle")).toBeLessThanOrEqual(5 * 64);
    expect(await read("your code")).toBeGreaterThan(900);
  });

  test("never finds what another account sent", async () => {
    const filled = await fillLog(300);
    const other = await fillLog(0);
    await indexAll(filled);
    expect((await readAll(other, { q: "needle" })).ids).toHaveLength(1);
    expect((await readAll(other, { q: "zazolc" })).ids).toEqual([]);
  });

  test("does not find what was erased, and still all else, until the signature is made anew and after", async () => {
    const filled = await fillLog(600);
    await indexAll(filled);
    const before = await readAll(filled, { q: "needle" });
    const number = String(48_600_000_000 + 255);
    await erasePerson({ actor: filled.actor, input: { number, confirmation: number } });
    expect((await segmentsOf(filled)).map(({ positions }) => positions > 0)).toContain(false);
    const erased = await readAll(filled, { q: "needle" });
    expect(erased.ids).toHaveLength(before.ids.length - 1);
    expect(erased.ids.every((id) => before.ids.includes(id))).toBe(true);
    await indexAll(filled);
    expect((await segmentsOf(filled)).map(({ positions }) => positions > 0)).not.toContain(false);
    expect(await readAll(filled, { q: "needle" })).toEqual(erased);
    expect((await readAll(filled, { to: number.slice(2) })).ids).toEqual([]);
  });
});

describe("the index", () => {
  test("puts small segments together, and leaves no message out when several workers make it", async () => {
    const filled = await fillLog(0);
    for (const added of [1, 2, 3, 4, 5]) {
      await addOlder(filled, Date.UTC(2020, 0, 1, added));
      await Promise.all([indexAll(filled), indexAll(filled)]);
    }
    await indexAll(filled);
    const segments = await segmentsOf(filled);
    expect(segments.map(({ size }) => size)).toEqual([512, 128]);
    expect((await readAll(filled, { q: "haystack" })).ids).toHaveLength(5 * 128);
  });

  test("finds what was stored late, by a clock that was set back for half an hour", async () => {
    const filled = await fillLog(0);
    const start = Date.now() - 2_400_000;
    await addOlder(filled, start);
    await indexAll(filled);
    await addOlder(filled, start - 64, "Too late");
    await indexAll(filled);
    expect((await readAll(filled, { q: "Too late" })).ids).toHaveLength(128);
    expect((await readAll(filled, { q: "haystack" })).ids).toHaveLength(128);
  });

  test("keeps nothing of a text that is erased while its signature is made", async () => {
    const filled = await fillLog(0);
    const { accountId } = filled;
    await addOlder(filled, Date.UTC(2020, 0, 1));
    let building = Promise.resolve(0);
    await db().transaction(async (tx) => {
      await lockSegments(accountId, tx);
      building = indexTexts({ accountId, sizes });
      const waiting = sql`select 1 from pg_stat_activity where wait_event = 'advisory'`;
      await expect.poll(async () => (await db().execute(waiting)).length).toBeGreaterThan(0);
      await db().execute(sql`
        update ${messages} set body = 'erased' where account_id = ${accountId} and recipient = '48600000005'`);
    });
    expect(await building).toBe(0);
    expect(await segmentsOf(filled)).toEqual([]);
    expect(await indexAll(filled)).toBe(128);
  });

  test("waits with messages of the last minutes, whose like may still be stored", async () => {
    const filled = await fillLog(100);
    await addOlder(filled, Date.now() - 60_000);
    await indexAll(filled);
    expect(await segmentsOf(filled)).toEqual([]);
  });
});

/** 128 messages more, a millisecond apart from a time on. */
async function addOlder({ accountId }: Filled, start: number, body = "A haystack"): Promise<void> {
  await db().execute(sql`
    insert into messages
    select copy.* from messages m, generate_series(1, 128) place,
      lateral jsonb_populate_record(m, jsonb_build_object(
        'id', (lpad(to_hex(${start}::bigint + place), 12, '0') || lpad(to_hex(place), 20, '0'))::uuid,
        'recipient', (48600000000 + place)::text, 'body', ${body}::text)) copy
    where m.account_id = ${accountId} and m.body like 'The newest%'`);
}

async function countIn({ accountId }: Filled, ranges: IdRange[]): Promise<number> {
  const parts = ranges.map(({ low, high }) => sql`${messages.id} between ${low} and ${high}`);
  if (parts.length === 0) return 0;
  const rows = await db()
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), sql`(${sql.join(parts, sql` or `)})`));
  return rows.length;
}
