import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { invariantsSince } from "../audit/invariants-since";
import { migrate } from "../database/migrate";
import { migrateBefore } from "../testing/migrate-before";
import { runSql } from "../testing/run-sql";

const shared = process.env["DATABASE_URL"] ?? "";
const database = { name: "", url: "" };

beforeEach(async () => {
  const name = `upgrade_${randomBytes(6).toString("hex")}`;
  await runSql(shared, `create database ${name}`);
  const { href: url } = Object.assign(new URL(shared), { pathname: `/${name}` });
  Object.assign(database, { name, url });
  await migrateBefore(url, /one_row_per_ledger_transaction/);
});
afterEach(() => runSql(shared, `drop database ${database.name} with (force)`));

const allEntries =
  "select account_id, transaction_id, ledger, amount::int from ledger_entries order by transaction_id, ledger";

const ofLedger = new Set([
  "balance_is_ledger",
  "movements_balance",
  "balances_follow",
  "totals_are_ledger",
]);

/** An account of the last release that has bought 100 credits, sold 30 back, and got 5 as a gift. */
async function openOldAccount(): Promise<string> {
  const accountId = randomUUID();
  const moved = [
    ["topup", 100, "paid", 100],
    ["reversal", -30, "paid", 70],
    ["grant", 5, "granted", 75],
  ] as const;
  await runSql(
    database.url,
    "insert into accounts (id, name, credits, movements, owed) values ($1, 'old', 75, 3, 0)",
    [accountId],
  );
  for (const [place, [kind, amount, other, balance]] of moved.entries()) {
    const id = randomUUID();
    await runSql(
      database.url,
      "insert into ledger_transactions (account_id, id, number, kind, balance) values ($1, $2, $3, $4, $5)",
      [accountId, id, place + 1, kind, balance],
    );
    await runSql(
      database.url,
      "insert into ledger_entries (account_id, transaction_id, ledger, amount) values ($1, $2, 'customer', $3), ($1, $2, $4, -($3::bigint))",
      [accountId, id, amount, other],
    );
    await runSql(
      database.url,
      "insert into ledger_totals values ($1, date_trunc('month', now(), 'UTC') at time zone 'UTC', $2, $3)",
      [accountId, kind, amount],
    );
  }
  return accountId;
}

it("upgrading keeps each entry of the ledger, which stays append-only", async () => {
  await openOldAccount();
  const before = await runSql(database.url, allEntries);
  await migrate(database.url);
  expect(before).toHaveLength(6);
  expect(await runSql(database.url, allEntries)).toEqual(before);
  for (const { breaches } of invariantsSince(null).filter(({ name }) => ofLedger.has(name))) {
    expect(await runSql(database.url, breaches)).toEqual([]);
  }
  for (const change of ["update ledger_transactions set gain = 1", "delete from ledger_entries"]) {
    await expect(runSql(database.url, change)).rejects.toThrow();
  }
});

it.each([
  ["that does not sum to zero", "insert into ledger_entries values ($1, $2, 'spent', 1)"],
  [
    "of a transaction that does not exist",
    "insert into ledger_entries values ($1, gen_random_uuid(), 'spent', 1)",
  ],
])("upgrading refuses a ledger with an entry %s, and changes nothing", async (_what, breach) => {
  const accountId = await openOldAccount();
  const [last] = await runSql(database.url, "select id from ledger_transactions limit 1");
  await runSql(
    database.url,
    breach,
    breach.includes("$2") ? [accountId, last?.["id"]] : [accountId],
  );
  const before = await runSql(database.url, allEntries);
  await expect(migrate(database.url)).rejects.toThrow();
  expect(await runSql(database.url, allEntries)).toEqual(before);
});
