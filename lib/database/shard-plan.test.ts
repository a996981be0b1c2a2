import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import places from "@/drizzle/places.json";
import { db } from "../core/db";
import { useOwnDatabase } from "../testing/use-own-database";
import { shardPlan } from "./shard-plan";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase?.());

const keys = new Map(Object.entries(places.distributed));
/** Which tables have their rows side by side. */
const kindOf = (table: string) => {
  if (table === "accounts") return "account_id";
  return keys.get(table) ?? (places.reference.includes(table) ? "everywhere" : "local");
};
const isDistributed = (table: string) => keys.has(table);

describe("the plan for shards", () => {
  test("names each table of the database once, and no other", async () => {
    const { statements, locals, unplaced } = await shardPlan();
    const tables = await db().execute<{ name: string }>(sql`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`);
    const placed = [...keys.keys(), ...places.reference, ...places.local].sort();
    expect(placed).toEqual(tables.map(({ name }) => name).sort());
    expect(unplaced).toEqual([]);
    const planned = statements.map((each) => /'(\w+)'/.exec(each)?.[1]);
    expect([...planned, ...locals].sort()).toEqual(placed);
  });

  test("puts a table after those that it refers to, and rows of one account side by side", async () => {
    const { statements } = await shardPlan();
    const place = (start: string) => statements.findIndex((each) => each.startsWith(start));
    const users = place("select create_reference_table('users')");
    expect(place("select create_reference_table('sessions')")).toBeGreaterThan(users);
    expect(statements).toContain(
      "select create_distributed_table('accounts', 'id', colocate_with => 'none');",
    );
    expect(statements).toContain(
      "select create_distributed_table('messages', 'account_id', colocate_with => 'accounts');",
    );
    expect(statements).toContain(
      "select create_distributed_table('parked_receipts', 'ref', colocate_with => 'carrier_messages');",
    );
    expect(place("select create_distributed_table('onboarding'")).toBeGreaterThan(
      place("select create_distributed_table('accounts'"),
    );
  });

  test("fails for a table without a place, and names each trigger that is not local", async () => {
    await db().execute(sql`create table strays (id int primary key)`);
    await db().execute(sql`
      create trigger strays_stay before delete on strays
      for each statement execute function refuse_ledger_change()`);
    const { unplaced, triggers } = await shardPlan();
    await db().execute(sql`drop table strays`);
    expect(unplaced).toEqual(["strays"]);
    expect(triggers).toContain("strays.strays_stay");
    expect(triggers).toContain("ledger_transactions.ledger_transactions_append_only");
  });
});

describe("the schema is one that a cluster takes", () => {
  test("each unique key of a sharded table has the column that it is sharded by", async () => {
    const uniques = await db().execute<{ table: string; name: string; columns: string[] }>(sql`
      select t.relname as table, i.relname as name,
        array(select attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum = any(x.indkey)) as columns
      from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where x.indisunique and t.relnamespace = 'public'::regnamespace`);
    const without = uniques.filter(({ table, columns }) => {
      const key = keys.get(table);
      return key !== undefined && !columns.includes(key);
    });
    expect(without).toEqual([]);
  });

  test("no foreign key leads to another shard, or from every node to a shard", async () => {
    const foreign = await db().execute<{ table: string; target: string; columns: string[] }>(sql`
      select t.relname as table, target.relname as target,
        array(select attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum = any(c.conkey)) as columns
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class target on target.oid = c.confrelid
      where c.contype = 'f' and not t.relispartition`);
    const wrong = foreign.filter(({ table, target, columns }) => {
      const kind = kindOf(target);
      if (kind === "everywhere") return kindOf(table) === "local";
      if (!isDistributed(target)) return isDistributed(table) || kindOf(table) === "everywhere";
      return kindOf(table) !== kind || !columns.includes(keys.get(table) ?? "");
    });
    expect(wrong).toEqual([]);
  });

  test("no trigger of a sharded table sees the rows of a whole statement", async () => {
    const transitions = await db().execute<{ table: string; name: string }>(sql`
      select relname as table, tgname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
      where not tgisinternal and (tgoldtable is not null or tgnewtable is not null)`);
    expect(transitions.filter(({ table }) => kindOf(table) !== "local")).toEqual([]);
  });
});
