import { readdirSync } from "node:fs";
import { join } from "node:path";
import { getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { projectRoot } from "../database/project-root";
import { kept, partsOfRows } from "./kept";

async function schemaTables(): Promise<PgTable[]> {
  const folder = join(projectRoot(), "drizzle/schema");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(names.map((name) => import(join(folder, name))));
  return modules.flatMap((exported) =>
    Object.values(exported).filter((each): each is PgTable => is(each, PgTable)),
  );
}

/** A column as the database calls it. */
const inSql = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

test("for every table of the schema it is decided how long its rows are kept, and for no other", async () => {
  const names = (await schemaTables()).map(getTableName);
  expect(Object.keys(kept).sort()).toEqual([...new Set(names)].sort());
});

test("the columns that go before their rows exist", async () => {
  const columns = (await schemaTables()).flatMap((table) =>
    getTableConfig(table).columns.map(({ name }) => `${getTableName(table)}.${inSql(name)}`),
  );
  const named = Object.entries(partsOfRows).flatMap(([table, parts]) =>
    Object.keys(parts).map((column) => `${table}.${column}`),
  );
  expect(columns).toEqual(expect.arrayContaining(named));
});

test("what is kept for ever, for a time, or as somebody says has a reason", () => {
  for (const [table, each] of Object.entries(kept)) {
    const words = "because" in each ? each.because : each.until;
    expect(words.length, table).toBeGreaterThan(5);
  }
});
