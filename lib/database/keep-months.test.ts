import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulatorMessages } from "@/drizzle/schema/carriers";
import { messageEvents } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { firstIdAt, newId } from "../core/ids";
import { untilWaiting } from "../testing/until-waiting";
import { useOwnDatabase } from "../testing/use-own-database";
import { dropMonths } from "./drop-months";
import { keepMonths } from "./keep-months";
import { listMonths } from "./list-months";
import { makeMonths } from "./make-months";
import { type PartitionedTable, partitionedTables } from "./partitioned-tables";

const tables = Object.keys(partitionedTables) as PartitionedTable[];
const dayMs = 86_400_000;

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

/** The first instant of the month that many months from now. */
function inMonths(months: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months));
}

const idIn = (start: Date) => firstIdAt(start.getTime() + dayMs);

const nameOf = (table: string, start: Date) =>
  `${table}_${start.toISOString().slice(0, 7).replace("-", "_")}`;

/** Stores an event of a message with such an ID; returns where it is found. */
async function addEvent(messageId: string) {
  const id = newId();
  const accountId = newId();
  await db()
    .insert(messageEvents)
    .values({ accountId, messageId, id, type: "sent", at: new Date(), source: "carrier" });
  return async () => {
    const [row] = await db()
      .select({ place: sql<string>`tableoid::regclass::text` })
      .from(messageEvents)
      .where(and(eq(messageEvents.accountId, accountId), eq(messageEvents.messageId, messageId)));
    return row?.place;
  };
}

const makeAll = async (now: Date) => {
  for (const table of tables) await db().transaction((tx) => makeMonths(table, now, tx));
};

test("the schema names every table that is partitioned, and its key", async () => {
  const rows = await db().execute<{ name: string; key: string }>(sql`
    select partrelid::regclass::text as name, attname as key
    from pg_partitioned_table join pg_attribute on attrelid = partrelid and attnum = partattrs[0]`);
  expect(Object.fromEntries(rows.map(({ name, key }) => [name, key]))).toEqual(partitionedTables);
});

test("three months ahead are there after the upgrade, and stay ahead as time passes, each made once", async () => {
  for (const table of tables) {
    const months = await db().transaction((tx) => listMonths(table, tx));
    expect(months.map(({ end }) => end)).toEqual([1, 2, 3, 4].map(inMonths));
  }
  await Promise.all([keepMonths(), keepMonths()]);
  await makeAll(inMonths(1));
  for (const table of tables) {
    const months = await db().transaction((tx) => listMonths(table, tx));
    expect(months.map(({ end }) => end)).toEqual([1, 2, 3, 4, 5].map(inMonths));
    expect(months.at(-1)?.name).toBe(nameOf(table, inMonths(4)));
  }
});

test("a month has the columns, the indexes, and the settings of the one before", async () => {
  const table = "simulator_messages";
  const newest = await db().transaction((tx) => listMonths(table, tx));
  await db().execute(sql`alter table ${sql.identifier(newest.at(-1)?.name ?? "")}
    set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01)`);
  const [name] = await db().transaction((tx) => makeMonths(table, inMonths(2), tx));
  const [made] = await db().execute<{ settings: string[]; indexes: number }>(sql`
    select reloptions as settings, (select count(*)::int from pg_index where indrelid = pg_class.oid) as indexes
    from pg_class where relname = ${name}`);
  expect(made?.settings.toSorted()).toEqual([
    "autovacuum_vacuum_scale_factor=0.01",
    "fillfactor=70",
  ]);
  expect(made?.indexes).toBe(1);
});

test("what is newer than every month is kept, found, and moved to its month once that is made", async () => {
  const far = inMonths(9);
  const place = await addEvent(idIn(far));
  const beyond = await addEvent("ffffffff-ffff-ffff-ffff-ffffffffffff");
  expect(await place()).toBe("message_events_default");
  await makeAll(inMonths(8));
  expect(await place()).toBe(nameOf("message_events", far));
  expect(await beyond()).toBe("message_events_default");
});

test("a message ends once, also months after it was accepted", async () => {
  const [accountId, messageId] = [newId(), idIn(inMonths(-9))];
  const event = { accountId, messageId, type: "sms.delivered", terminal: true } as const;
  const end = () =>
    db()
      .insert(messageEvents)
      .values({ ...event, id: newId(), at: new Date(), source: "carrier" });
  await end();
  await expect(end()).rejects.toMatchObject({ cause: { code: "23505" } });
});

test("months that are over are dropped, and nothing else", async () => {
  const table = "message_events";
  const ids = [-2, 1, 2].map((months) => idIn(inMonths(months)));
  const places = await Promise.all(ids.map(addEvent));
  const dropped = await db().transaction((tx) => dropMonths(table, inMonths(2), tx));
  expect(dropped).toHaveLength(2);
  expect(await Promise.all(places.map((place) => place()))).toEqual([
    undefined,
    undefined,
    nameOf(table, inMonths(2)),
  ]);
  // What is older than every month that is left is kept all the same, until it is dropped.
  const old = await addEvent(ids[0] ?? "");
  expect(await old()).toBe("message_events_default");
  await db().transaction((tx) => dropMonths(table, inMonths(2), tx));
  expect(await old()).toBeUndefined();
});

test("the simulator forgets what it accepted once the month has been over for a week, and nothing younger", async () => {
  const table = "simulator_messages";
  const [current] = await db().transaction((tx) => listMonths(table, tx));
  const long = Date.UTC(2020, 1);
  // As if this month's partition had ended long ago.
  const former = `${table}_until_2020_01`;
  for (const change of [
    `${table} detach partition ${current?.name}`,
    `${current?.name} rename to ${former}`,
    `${table} attach partition ${former} for values from (minvalue) to ('${firstIdAt(long)}')`,
  ]) {
    await db().execute(sql.raw(`alter table ${change}`));
  }
  await db()
    .insert(simulatorMessages)
    .values([
      { messageId: firstIdAt(long - dayMs), ref: "old" },
      { messageId: newId(), ref: "young" },
    ]);
  await keepMonths();
  const left = await db()
    .select({ ref: simulatorMessages.ref, place: sql`tableoid::regclass::text` })
    .from(simulatorMessages);
  expect(left).toEqual([{ ref: "young", place: nameOf(table, inMonths(0)) }]);
});

test("a month that is missing among those to come is made", async () => {
  const missing = nameOf("message_events", inMonths(3));
  await db().execute(sql.raw(`drop table ${missing}`));
  const place = await addEvent(idIn(inMonths(3)));
  expect(await place()).toBe("message_events_default");
  await keepMonths();
  expect(await place()).toBe(missing);
});

test("who changes a row that moves to its month finds it there", async () => {
  const table = "simulator_messages";
  const messageId = idIn(inMonths(15));
  await db().insert(simulatorMessages).values({ messageId, ref: "moving" });
  const ask = (tx: Tx) =>
    tx
      .update(simulatorMessages)
      .set({ asked: sql`asked + 1` })
      .where(eq(simulatorMessages.messageId, messageId))
      .returning({ asked: simulatorMessages.asked })
      .execute();
  const { made, second } = await db().transaction(async (tx) => {
    await ask(tx);
    const made = db().transaction((other) => makeMonths(table, inMonths(14), other));
    await untilWaiting(1);
    const second = ask(db());
    await untilWaiting(2);
    return { made, second };
  });
  expect(await made).toContain(nameOf(table, inMonths(15)));
  expect(await second).toEqual([{ asked: 3 }]);
});

test("a table that cannot be changed now keeps no other waiting", async () => {
  const [busy, free] = [
    nameOf("message_events", inMonths(3)),
    nameOf("webhook_attempts", inMonths(2)),
  ];
  await db().execute(sql.raw(`drop table ${busy}, ${free}`));
  await db().transaction(async (tx) => {
    await tx.execute(sql`select from message_events limit 1`);
    await expect(keepMonths()).rejects.toMatchObject({ cause: { code: "55P03" } });
  });
  const names = await db().transaction((tx) => listMonths("webhook_attempts", tx));
  expect(names.map(({ name }) => name)).toContain(free);
});
