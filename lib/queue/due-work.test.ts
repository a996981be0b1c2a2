import { sql } from "drizzle-orm";
import { boolean, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { heartbeats } from "@/drizzle/schema/heartbeats";
import { db } from "../core/db";
import { useOwnDatabase } from "../testing/use-own-database";
import { gatherAccounts } from "./_gather-accounts";
import { walkAccounts } from "./_walk-accounts";
import { accountsWithWork } from "./accounts-with-work";
import { isWorkerAlive } from "./is-worker-alive";
import { recordHeartbeat } from "./record-heartbeat";

const jobs = pgTable("jobs", {
  accountId: uuid("account_id").notNull(),
  isOpen: boolean("is_open").notNull(),
  dueAt: integer("due_at").notNull(),
});

let drop: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  drop = await useOwnDatabase();
  await db().execute(sql`
    create table jobs (account_id uuid not null, is_open boolean not null, due_at int not null)`);
  await db().execute(sql`create index on jobs (account_id, due_at) where is_open`);
});
afterAll(() => drop());

const work = {
  table: jobs,
  open: sql`is_open`,
  due: sql`due_at <= 10`,
  order: sql`due_at`,
};

describe("the accounts with due work", () => {
  const account = fc.constantFrom(
    "00000000-0000-0000-0000-000000000000",
    "00000000-0000-0000-0000-000000000001",
    "7fffffff-ffff-ffff-ffff-ffffffffffff",
    "80000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
  );
  const job = fc.record({ accountId: account, isOpen: fc.boolean(), dueAt: fc.nat(20) });

  test("are exactly those with an open row that is due, each once and in order, whatever else they have and on shards", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 15 }), async (rows) => {
        await db().delete(jobs);
        if (rows.length > 0) await db().insert(jobs).values(rows);
        const wanted = rows.filter(({ isOpen, dueAt }) => isOpen && dueAt <= 10);
        const accounts = [...new Set(wanted.map(({ accountId }) => accountId))].sort();
        expect(await walkAccounts(work)).toEqual(accounts);
        expect(await gatherAccounts(work)).toEqual(accounts);
        expect(await accountsWithWork(work)).toEqual(accounts);
      }),
      { numRuns: 60 },
    );
  });
});

describe("whether a worker is alive", () => {
  const beat = (name: string, age: string) =>
    db().execute(sql`
      insert into ${heartbeats} (name, at) values (${name}, now() - ${age}::interval)
      on conflict (name) do update set at = excluded.at`);

  test("nobody is who never said so, and a readiness check says nothing about it", async () => {
    await recordHeartbeat("readiness");
    expect(await isWorkerAlive()).toBe(false);
  });

  test.each([
    ["0 s", true],
    ["11 s", true],
    ["16 s", false],
    ["1 day", false],
  ])("%s after its last beat: %s", async (age, expected) => {
    await beat("worker", age);
    expect(await isWorkerAlive()).toBe(expected);
  });

  test("a worker that comes back is alive at once, and many may say so at the same moment", async () => {
    await beat("worker", "1 day");
    await Promise.all(Array.from({ length: 20 }, () => recordHeartbeat("worker")));
    expect(await isWorkerAlive()).toBe(true);
    expect(await db().select().from(heartbeats)).toHaveLength(2);
  });
});
