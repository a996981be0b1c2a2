import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { connectDatabase, disconnect } from "../core/connect-database";
import { env } from "../core/env";
import { listenerName } from "../queue/listener-name";
import { migrateBefore } from "../testing/migrate-before";
import { runSql } from "../testing/run-sql";
import { isLockHeld, withConnection } from "./acquire-lock";
import { awaitOthersGone } from "./await-others-gone";
import { checkExternal } from "./check-external";
import { migrate } from "./migrate";

const name = `migrate_${randomUUID().replaceAll("-", "")}`;
const shared = env().DATABASE_URL ?? "";
const url = changed((it) => {
  it.pathname = `/${name}`;
});
const sql = (text: string, values?: unknown[]) => runSql<{ number: number }>(url, text, values);

beforeAll(() => runSql(shared, `create database ${name}`));
afterAll(() => runSql(shared, `drop database ${name}`));

function changed(change: (url: URL) => void): string {
  const copy = new URL(env().DATABASE_URL ?? "");
  change(copy);
  return copy.href;
}

async function countApplied() {
  const [row] = await sql("select count(*)::int as number from drizzle.__drizzle_migrations");
  return row?.number;
}

it("processes that start together migrate an empty database once", async () => {
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const applied = await countApplied();
  expect(applied).toBeGreaterThan(0);
  const [tables] = await sql(
    "select count(*)::int as number from information_schema.tables where table_schema = 'public'",
  );
  expect(tables?.number).toBeGreaterThan(10);
  await migrate(url);
  expect(await countApplied()).toBe(applied);
});

it("refuses a database that a newer version has migrated, and leaves it alone", async () => {
  await migrate(url);
  const future = Date.now() + 10 * 365 * 24 * 3_600_000;
  await sql("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', $1)", [
    future,
  ]);
  const applied = await countApplied();
  await expect(migrate(url)).rejects.toThrow(
    /migrated by a newer version of Depesza; start that version/,
  );
  expect(await countApplied()).toBe(applied);
  await sql("delete from drizzle.__drizzle_migrations where hash = 'later'");
});

it("does not change a database under the worker of an older version: waits until it has stopped", async () => {
  const older = `older_${name}`;
  const olderUrl = changed((it) => {
    it.pathname = `/${older}`;
  });
  await runSql(shared, `create database ${older}`);
  await migrateBefore(olderUrl, /index_texts/);
  const { client: worker } = await connectDatabase(olderUrl, listenerName);
  await withConnection(olderUrl, (client) =>
    expect(awaitOthersGone(client, 0)).rejects.toThrow(/stop all of its processes/),
  );
  const migrating = vi.fn();
  const migration = migrate(olderUrl, migrating);
  await expect.poll(() => isLockHeld(olderUrl, "migration")).toBe(true);
  expect(migrating).not.toHaveBeenCalled();
  await disconnect(worker);
  await migration;
  expect(migrating).toHaveBeenCalledOnce();
  await runSql(shared, `drop database ${older} with (force)`);
});

it.each([
  [
    "nobody listens",
    changed((it) => {
      it.port = "1";
    }),
    /No PostgreSQL responds at 127\.0\.0\.1:1 \(ECONNREFUSED\)/,
  ],
  [
    "the password is wrong",
    changed((it) => {
      it.password = "wrong";
    }),
    /rejected the user or password in DATABASE_URL/,
  ],
  [
    "the database is missing",
    changed((it) => {
      it.pathname = "/absent";
    }),
    /has no database of the name in DATABASE_URL/,
  ],
])("says in one sentence that %s, without the password", async (_what, wrong, sentence) => {
  const refusal = await checkExternal(wrong).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Error);
  const { message } = refusal as Error;
  expect(message).toMatch(sentence);
  expect(message).not.toContain("\n");
  expect(message).not.toContain(new URL(wrong).password);
});

it("refuses a PostgreSQL older than 15", async () => {
  // A real server that says it is PostgreSQL 14: our question finds this function before the built-in one.
  await sql(`
    create schema older;
    create function older.current_setting(name text) returns text language sql
      as $$ select case name when 'server_version_num' then '140011' else '14.11' end $$;
    alter database ${name} set search_path = older, pg_catalog, public`);
  await expect(checkExternal(url)).rejects.toThrow(
    /PostgreSQL 14\.11 at .* is too old; .* 15 or newer/,
  );
  await sql(`alter database ${name} reset search_path; drop schema older cascade`);
  await expect(checkExternal(url)).resolves.toBeUndefined();
});
