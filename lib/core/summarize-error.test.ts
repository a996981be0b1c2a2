import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { db } from "./db";
import { AppError } from "./errors";
import { operatorSentence } from "./operator-sentence";
import { summarizeError } from "./summarize-error";

const canary = "canary-48732199917";

/** What the work throws. */
async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return expect.fail("Nothing was thrown.");
}

function databaseError(): Error {
  const error = new pg.DatabaseError(`duplicate key "${canary}"`, 1, "error");
  return Object.assign(error, {
    code: "23505",
    detail: `Key (email)=(${canary}) already exists.`,
    table: "users",
    constraint: "users_email_unique",
    where: canary,
  });
}

describe("no value gets into the summary of", () => {
  test.each<[string, () => unknown]>([
    [
      "a failed query",
      () => new DrizzleQueryError(`select '${canary}'`, [canary], databaseError()),
    ],
    ["JSON that is none", () => thrownBy(() => JSON.parse(`{${canary}`))],
    [
      "a schema's error message",
      () => thrownBy(() => z.object({ [canary]: z.email() }).parse({ [canary]: canary })),
    ],
    ["a request that failed", () => thrownBy(() => fetch(`http://127.0.0.1:1/${canary}`))],
    ["an address that is none", () => thrownBy(() => new URL(canary))],
    ["a wrong argument", () => thrownBy(() => Buffer.alloc(canary as unknown as number))],
    [
      "a mail that was refused",
      () =>
        Object.assign(new Error(`550 <${canary}> unknown`), {
          code: "EENVELOPE",
          responseCode: 550,
          rejected: [canary],
        }),
    ],
    ["several at once", () => new AggregateError([new Error(canary), databaseError()], canary)],
    ["one with causes", () => new Error(canary, { cause: new Error(canary, { cause: canary }) })],
    [
      "one whose message imitates frames",
      () => new Error(`x\n    at ${canary} (/a/lib/${canary}.ts:1:1)`),
    ],
    [
      "one whose name and code are not its own",
      () => Object.assign(new Error(), { name: `${canary} x`, code: `${canary} x` }),
    ],
    [
      "a refusal that names what was typed",
      () => new AppError("not_found", operatorSentence(`Nobody has ${canary}.`)),
    ],
    ["a text", () => canary],
    ["a row", () => ({ name: "Canary-48732199917".toLowerCase(), code: canary, table: canary })],
    ["an object", () => ({ [canary]: canary, cause: canary })],
  ])("%s", async (_what, make) => {
    expect(JSON.stringify(summarizeError(await make()))).not.toContain(canary);
  });
});

it("says what failed and where: SQLSTATE, statement, constraint and our own frames", async () => {
  const error = await thrownBy(() => db().execute("select nowhere from accounts"));
  expect(summarizeError(error)).toMatchObject({
    statement: expect.stringMatching(/^select accounts [0-9a-f]{8}$/),
    cause: { code: "42703" },
  });
  expect(summarizeError(new DrizzleQueryError("", [], databaseError())).cause).toMatchObject({
    code: "23505",
    table: "users",
    constraint: "users_email_unique",
  });
  const [frame] = summarizeError(new Error("x")).stack ?? [];
  expect(frame).toMatch(/lib\/core\/summarize-error\.test\.ts:\d+:\d+$/);
});

it.each([
  ['insert into "messages" (a) select b from tokens', "insert messages"],
  [
    "with x as (select 1 from tokens for update skip locked) update accounts set a = 1",
    "update accounts",
  ],
  ["insert into heartbeats values (1) on conflict do update set at = now()", "insert heartbeats"],
  ['delete from "sessions" where id = $1', "delete sessions"],
  ["begin", "begin"],
])("names the statement %s", (query, name) => {
  const { statement } = summarizeError(new DrizzleQueryError(query, [], new Error()));
  expect(statement?.replace(/ [0-9a-f]{8}$/, "")).toBe(name);
});

it("says what kind of trouble the database has, in its fixed sentences", () => {
  const message = "canceling statement due to statement timeout";
  expect(summarizeError(new pg.DatabaseError(message, 1, "error"))).toMatchObject({ message });
  const bug = new TypeError(`Cannot read properties of undefined (reading '${canary}')`);
  expect(summarizeError(bug).message).toBe("Cannot read properties of undefined");
});

it("stays small however deep and long an error is", () => {
  const deep = Array.from({ length: 50 }).reduce<Error>(
    (cause) => new AggregateError(Array(50).fill(cause), "x".repeat(10_000), { cause }),
    databaseError(),
  );
  expect(JSON.stringify(summarizeError(deep)).length).toBeLessThan(3500);
});
