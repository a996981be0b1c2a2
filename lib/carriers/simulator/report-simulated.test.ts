import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { simulatorReports } from "@/drizzle/schema/carriers";
import { db } from "../../core/db";
import { newId } from "../../core/ids";
import { useOwnDatabase } from "../../testing/use-own-database";
import { reportSimulated } from "./_report-simulated";

/** How often the route got each report, and how it answers. */
const route = { got: new Map<string, number>(), answer: async () => 200 };
const server = createServer(async (request, response) => {
  for (const { message_id: id } of (await json(request)) as { message_id: string }[]) {
    route.got.set(id, (route.got.get(id) ?? 0) + 1);
  }
  response.writeHead(await route.answer()).end();
});

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  dropDatabase = await useOwnDatabase({ CARRIER_CALLBACK_URL: `http://127.0.0.1:${port}` });
});
beforeEach(() => {
  route.got.clear();
  route.answer = async () => 200;
});
afterAll(async () => {
  await dropDatabase();
  server.close();
});

async function owe(count: number): Promise<void> {
  await db()
    .insert(simulatorReports)
    .values(
      Array.from({ length: count }, (_, place) => ({
        id: newId(),
        event: { event: "sms.delivered", message_id: `sim_${place}` },
        dueAt: sql`now() - ${place % 3} * interval '1 millisecond'`,
      })),
    );
}

const owed = async () =>
  (await db().select({ id: simulatorReports.id }).from(simulatorReports)).length;
const timesGot = () => [...route.got.values()];

async function reportAll(): Promise<void> {
  while ((await owed()) > 0) await reportSimulated();
}

test("several workers make each report once", async () => {
  await owe(1200);
  await Promise.all([reportAll(), reportAll(), reportAll()]);
  expect(timesGot()).toEqual(Array.from({ length: 1200 }, () => 1));
});

test("what the route did not take is reported again later", async () => {
  route.answer = async () => 500;
  await owe(3);
  await reportSimulated();
  route.answer = async () => 200;
  await reportSimulated();
  expect(timesGot()).toEqual([1, 1, 1]);
  await db().update(simulatorReports).set({ dueAt: sql`now()` });
  await reportAll();
  expect(timesGot()).toEqual([2, 2, 2]);
});

test("what the route did not take has its pause from the route's answer on, however long that took", async () => {
  const dueAfter = (time: string) =>
    db().execute(sql`
      select from ${simulatorReports} where due_at >= ${time}::timestamptz + interval '2 seconds'`);
  let answeredAt = "";
  route.answer = async () => {
    const [row] = await db().execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
    answeredAt = row?.now ?? "";
    return 500;
  };
  await owe(3);
  await reportSimulated();
  expect(await dueAfter(answeredAt)).toHaveLength(3);
  await db().delete(simulatorReports);
});

test("the reports of a worker that lost its connection are made by another", async () => {
  const held = new EventEmitter();
  const isReleased = once(held, "release");
  route.answer = () => isReleased.then(() => 200);
  await owe(3);
  const lost = reportSimulated();
  await expect.poll(timesGot).toEqual([1, 1, 1]);
  expect(await reportSimulated()).toBe(0);
  await db().execute(sql`
    select pg_terminate_backend(pid, 5000) from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`);
  const other = reportSimulated();
  await expect.poll(timesGot).toEqual([2, 2, 2]);
  held.emit("release");
  await Promise.all([lost, other]);
  expect(await owed()).toBe(0);
});
