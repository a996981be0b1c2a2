import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { constantStatement } from "./constant-statement";
import { db } from "./db";

test("a statement is made once, and takes its values anew in each run, also one that it names twice", async () => {
  let made = 0;
  const statement = constantStatement<"first" | "second">(() => {
    made += 1;
    const [first, second] = [sql.placeholder("first"), sql.placeholder("second")];
    return sql`select ${first}::text as one, ${second}::int + ${40} as two, ${first}::text as three`;
  });
  expect(made).toBe(0);
  const run = (first: string, second: string) => db().execute(statement({ first, second }));
  expect(await run("a", "2")).toEqual([{ one: "a", two: 42, three: "a" }]);
  expect(await run("it's $1", "3")).toEqual([{ one: "it's $1", two: 43, three: "it's $1" }]);
  expect(made).toBe(1);
});
