import { describe, expect, test } from "vitest";
import { findFaults } from "./check-statements.mjs";

const places = {
  keys: { accounts: "id", jobs: "account_id", rows: "account_id", refs: "ref" },
  references: ["tokens"],
  locals: ["mails"],
};

async function judge(text, more = {}) {
  const statements = [{ text, files: ["lib/jobs/run-job.ts", "lib/worker/run-worker.ts"] }];
  return findFaults({ statements, places, exceptions: [], known: {}, ...more });
}

async function faultsOf(text, more) {
  const { faults } = await judge(text, more);
  return faults.map((sentence) => /\((.*)\)\.\n/.exec(sentence)?.[1]);
}

describe("a statement that one shard can do has no fault", () => {
  test.each([
    ["select * from jobs where account_id = $1 and due_at <= now()"],
    [
      "select * from jobs j join rows r on r.account_id = j.account_id where j.account_id = $1::uuid",
    ],
    [
      "select (select count(*) from rows r where r.account_id = j.account_id) from jobs j where j.account_id = $1",
    ],
    ["update jobs set due_at = now() + $2 * interval '1 second' where account_id = $1"],
    ["insert into jobs (account_id, id) values ($1, $2), ($3, $4)"],
    ["insert into jobs (account_id, id) select $1::uuid, id from tokens"],
    [
      "insert into jobs (account_id, id) select $1::uuid, id from tokens union all select $1::uuid, 2 from tokens",
    ],
    [
      "with due as (select id from jobs where account_id = $1 for update) update jobs set a = 1 from due where jobs.account_id = $1 and jobs.id = due.id",
    ],
    ["select * from jobs where account_id = $1 union all select * from rows where account_id = $1"],
    ["select case when at > now() then 1 end from jobs where account_id = $1"],
    ["update mails set at = coalesce(at, now())"],
    ["delete from refs where ref = $1"],
  ])("%s", async (text) => {
    expect(await faultsOf(text)).toEqual([]);
  });
});

describe("a statement that a cluster refuses or asks every shard for is found", () => {
  test.each([
    ["select * from jobs", "account: jobs"],
    ["select * from jobs where account_id = any($1)", "account: jobs"],
    ["select * from jobs where account_id = $1 or id = $2", "account: jobs"],
    ["select * from jobs j join rows r on r.id = j.id where j.account_id = $1", "account: rows"],
    [
      "with due as (select account_id from jobs where account_id = $1) update jobs set a = 1 from due where jobs.account_id = due.account_id",
      "account: jobs",
    ],
    ["insert into jobs (account_id, id) select account_id, id from tokens", "account: jobs"],
    [
      "insert into jobs (account_id, id) select $1::uuid, id from tokens union all select account_id, id from tokens",
      "account: jobs",
    ],
    ["select * from jobs where due_at < $1 for update skip locked", "locks: jobs"],
    [
      "with recursive walk as (select id from jobs union all select j.id from jobs j join walk on j.id > walk.id) select * from walk",
      "recursion: jobs",
    ],
    [
      "update jobs set at = case when done then now() end where account_id = $1",
      "clock in a choice: jobs",
    ],
    [
      "update tokens set ended_at = coalesce(ended_at, now()) where id = $1",
      "clock in a choice: tokens",
    ],
    [
      "update jobs set due_at = now() + wait * interval '1 second' where account_id = $1",
      "clock with a column: jobs",
    ],
    [
      "delete from jobs where account_id = $1 and made_at + interval '1 day' < $2",
      "clock with a column: jobs",
    ],
    [
      "insert into jobs (account_id, at) values ($1, $2) on conflict (account_id) do update set at = now()",
      "clock on conflict: jobs",
    ],
    ["update jobs set a = 1 where account_id = $1 returning now() - at", "clock returned: jobs"],
    ["select * from jobs, mails where account_id = $1", "local join: mails"],
    [
      "select * from jobs j join refs r on r.id = j.id where j.account_id = $1 and r.ref = $2",
      "far join: refs",
    ],
    [
      "with used as (update tokens set a = 1 where id = $2) update jobs set a = 1 where account_id = $1",
      "two places: tokens",
    ],
    ["select from from", "unreadable: "],
  ])("%s", async (text, fault) => {
    expect(await faultsOf(text)).toContain(fault);
  });
});

describe("what may break a rule", () => {
  const text = "select * from jobs";

  test("is excepted by a file that it was sent for", async () => {
    const exceptions = [{ files: ["lib/worker/run-worker.ts"], faults: ["account"], reason: "-" }];
    expect(await faultsOf(text, { exceptions })).toEqual([]);
  });

  test("is known by the file that sends it, the rule and the table", async () => {
    const known = { "lib/jobs/run-job.ts": ["account: jobs"] };
    expect(await faultsOf(text, { known })).toEqual([]);
    expect(await faultsOf("select * from rows", { known })).toEqual(["account: rows"]);
  });

  test("is named when no statement needed it", async () => {
    const exceptions = [{ files: ["lib/jobs/list-jobs.ts"], faults: ["account"], reason: "-" }];
    const known = { "lib/jobs/list-jobs.ts": ["account: jobs"] };
    const { unneeded } = await judge("select 1", { exceptions, known });
    expect(unneeded).toEqual([
      "lib/jobs/list-jobs.ts did not need its exception.",
      'lib/jobs/list-jobs.ts did not have its known fault "account: jobs".',
    ]);
  });
});
