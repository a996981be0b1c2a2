import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { triggers as ofActivity } from "@/drizzle/schema/activity";
import { triggers as ofCredits } from "@/drizzle/schema/credits";
import { triggers as ofInvoices } from "@/drizzle/schema/invoices";
import { triggers as ofTokens } from "@/drizzle/schema/tokens";
import { db } from "../core/db";
import { useOwnDatabase } from "../testing/use-own-database";

const named = { ...ofActivity, ...ofCredits, ...ofInvoices, ...ofTokens };

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase?.());

/** The triggers of each table, with the function that each calls; those of a partition are its table's. */
async function triggersOfDatabase() {
  const rows = await db().execute<{ table: string; triggers: Record<string, string> }>(sql`
    select relname as table, json_object_agg(tgname, proname) as triggers
    from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
    where not tgisinternal and tgparentid = 0 group by 1`);
  return Object.fromEntries(rows.map(({ table, triggers }) => [table, triggers]));
}

test("the schema names every trigger beside its table, and no other", async () => {
  expect(await triggersOfDatabase()).toEqual(named);
});

test("a trigger that the schema does not name would be found", async () => {
  await db().execute(sql`
    create trigger unnamed before delete on accounts
    for each statement execute function refuse_ledger_change()`);
  const found = { ...named, accounts: { unnamed: "refuse_ledger_change" } };
  expect(await triggersOfDatabase()).toEqual(found);
});
