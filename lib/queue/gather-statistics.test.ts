import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { useOwnDatabase } from "../testing/use-own-database";
import { gatherStatistics } from "./gather-statistics";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

async function believedRows(table: string): Promise<number> {
  const [row] = await db().execute<{ rows: number }>(
    sql`select reltuples::int as rows from pg_class where oid = ${table}::regclass`,
  );
  return row?.rows ?? 0;
}

test("the planner knows a table as soon as it has grown, and nothing is looked at twice", async () => {
  await db().execute(sql`
    insert into ${messages} (account_id, id, source, test, sender, recipient, body, encoding, segments, credits,
      carrier, status, created_at, due_at, valid_until)
    select ${newId()}, gen_random_uuid(), 'api', true, 'YourBrand', '48732129000', 'Hello', 'GSM-7', 1, 0,
      'simulator', 'delivered', now(), now(), now()
    from generate_series(1, 6000)`);
  const grown = expect.poll(
    async () => {
      await gatherStatistics();
      return believedRows("messages");
    },
    { timeout: 10_000 },
  );
  await grown.toBe(6000);
  await gatherStatistics();
  const [looks] = await db().execute<{ analyze_count: string }>(
    sql`select analyze_count from pg_stat_user_tables where relname = 'messages'`,
  );
  expect(Number(looks?.analyze_count)).toBe(1);
  expect(await believedRows("accounts")).toBeLessThan(0);
});
