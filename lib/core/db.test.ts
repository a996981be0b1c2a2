import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it, vi } from "vitest";
import { useOwnDatabase } from "../testing/use-own-database";
import { db } from "./db";
import { withStatementKind } from "./statement-kind";
import { codeOf, toAppError } from "./to-app-error";

vi.setConfig({ testTimeout: 30_000 });

const poolSize = 3;
const dropDatabase = await useOwnDatabase({ DATABASE_POOL: String(poolSize) });
afterAll(dropDatabase);

async function settingOf(name: string): Promise<string | undefined> {
  const rows = await db().execute<{ value: string }>(sql`select current_setting(${name}) as value`);
  return rows[0]?.value;
}

const failureOf = (work: Promise<unknown>) => work.then(() => "none", codeOf);
const sleep = (seconds: number) => sql`select pg_sleep(${seconds})`;

describe("values come back as what they are", () => {
  it.each([
    ["9007199254740993::bigint", "9007199254740993"],
    ["7::int", 7],
    ["1.50::numeric", "1.50"],
    ["2.5::float8", 2.5],
    ["true", true],
    ["'2026-11-22 10:00:00.123+02'::timestamptz", "2026-11-22 08:00:00.123+00"],
    ["'2026-11-22'::date", "2026-11-22"],
    ["interval '90 minutes'", "01:30:00"],
    [`'{"a":[1,null]}'::jsonb`, { a: [1, null] }],
    ["array['a','b,c',null]", ["a", "b,c", null]],
    ["array[1,2]::bigint[]", ["1", "2"]],
    ["null::text", null],
  ])("%s", async (expression, value) => {
    const [row] = await db().execute<{ value: unknown }>(
      sql`select ${sql.raw(expression)} as value`,
    );
    expect(row?.value).toEqual(value);
  });
});

describe("how long a statement may take", () => {
  it("goes by its kind, on whichever connection it runs", async () => {
    for (let round = 0; round < 4; round += 1) {
      const [interactive, batch, bulk] = await Promise.all([
        settingOf("statement_timeout"),
        withStatementKind("batch", () => settingOf("statement_timeout")),
        withStatementKind("bulk", () =>
          db().transaction(async (tx) => {
            const [row] = await tx.execute<{ value: string }>(
              sql`select current_setting('statement_timeout') as value`,
            );
            return row?.value;
          }),
        ),
      ]);
      expect([interactive, batch, bulk]).toEqual(["3900ms", "29700ms", "119700ms"]);
    }
  });

  it("an interactive one is ended by the server, and its connection goes on", async () => {
    expect(await failureOf(db().execute(sleep(30)))).toBe("57014");
    expect(await settingOf("TimeZone")).toBe("UTC");
  });

  it("includes waiting for a connection: with all in use the next one is refused as unavailable, and nothing stays behind", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holding = Array.from({ length: poolSize }, () => db().transaction(() => released));
    const refusal = await db()
      .execute(sql`select 1`)
      .catch((error: unknown) => toAppError(error));
    expect(refusal).toMatchObject({ code: "unavailable", details: { retryAfterMs: 2000 } });
    release();
    await Promise.all(holding);
    const many = Array.from({ length: 20 }, () => settingOf("TimeZone"));
    expect(new Set(await Promise.all(many))).toEqual(new Set(["UTC"]));
  });
});

describe("a transaction", () => {
  it("keeps nothing when something in it fails, also when several statements were asked for at once", async () => {
    await db().execute(sql`create table kept (id int primary key)`);
    const failing = db().transaction((tx) =>
      Promise.all([1, 2, 2, 3].map((id) => tx.execute(sql`insert into kept values (${id})`))),
    );
    expect(await failureOf(failing)).toBe("23505");
    expect(await db().execute(sql`select * from kept`)).toEqual([]);
  });

  it("whose connection is lost fails as unavailable, and the next one has another connection", async () => {
    const lost = db().transaction(async (tx) => {
      await db().execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity
          where state = 'idle in transaction' and datname = current_database()`,
      );
      await tx.execute(sql`select 1`);
    });
    expect(await lost.catch((error: unknown) => toAppError(error))).toMatchObject({
      code: "unavailable",
    });
    await db().transaction((tx) => tx.execute(sql`select 1`));
  });
});
