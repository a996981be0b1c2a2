import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase } from "../core/db";
import { createDatabase } from "../testing/create-database";
import { mintAccount } from "../testing/mint-account";
import { runSql } from "../testing/run-sql";
import { emptyDatabase, tableContents } from "../testing/table-contents";
import { ourObjects } from "./_our-objects";
import { createBackup } from "./create-backup";
import { restoreBackup } from "./restore-backup";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "depesza-foreign-"));
const path = join(folder, "backup.tar");
let database: Awaited<ReturnType<typeof createDatabase>>;
const sql = (text: string) => runSql(database.url, text);

/** A table, whose name none of ours could have, a function, and a sequence that somebody else has made beside ours. */
const theirs = `
  create table "Their Table" (id serial primary key);
  insert into "Their Table" default values;
  create function their_function() returns int language sql as 'select 1';
  create schema theirs; create table theirs.accounts (id int); insert into theirs.accounts values (1);
  create table drizzle.their_migrations (id int)`;
const readTheirs = `
  select (select count(*)::int from "Their Table") as rows, their_function() as result,
    nextval('"Their Table_id_seq"') > 1 as "goesOn", (select id from theirs.accounts) as id,
    to_regclass('drizzle.their_migrations') is not null as "hasMigrations"`;
const untouched = [{ rows: 1, result: 1, goesOn: true, id: 1, hasMigrations: true }];

beforeAll(async () => {
  database = await createDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, DATA_DIR: join(folder, "home") });
  await mintAccount();
  await closeDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test("every table, view, and function that our migrations make is known as ours", async () => {
  const relations = await sql(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') and not relispartition",
  );
  const functions = await sql(
    "select proname as name from pg_proc where pronamespace = 'public'::regnamespace",
  );
  const ours = ourObjects();
  expect(relations.length).toBeGreaterThan(50);
  expect(ours.relations).toEqual(expect.arrayContaining(relations.map(({ name }) => name)));
  expect(ours.functions).toEqual(expect.arrayContaining(functions.map(({ name }) => name)));
});

test("what others have in the database is in no backup, and --replace leaves it as it is", async () => {
  await sql(theirs);
  const { rows } = await createBackup({ path });
  const before = await tableContents(database.url);
  expect(rows).toBe(Object.values(before).flat().length - 1);
  await sql("update accounts set created_at = '2020-01-01'");
  await restoreBackup({ path, isReplacing: true });
  expect(await tableContents(database.url)).toEqual(before);
  expect(await sql(readTheirs)).toEqual(untouched);
});

test("a restore that would take something of others along is refused, and nothing changes", async () => {
  await sql("create view report as select count(*) from messages");
  await sql("update accounts set created_at = '2020-01-01'");
  const before = await tableContents(database.url);
  await expect(restoreBackup({ path, isReplacing: true })).rejects.toThrow(
    /needs its tables \(view report depends on table messages\); remove it/,
  );
  expect(await tableContents(database.url)).toEqual(before);
  await sql("drop view report");
  await restoreBackup({ path, isReplacing: true });
});

test("tables of others in a database without ours are left alone", async () => {
  await emptyDatabase(database.url);
  await sql("create table theirs (id int); insert into theirs values (1)");
  await expect(restoreBackup({ path, isReplacing: true })).rejects.toThrow(/not of Depesza/);
  expect(await sql("select * from theirs")).toEqual([{ id: 1 }]);
});
