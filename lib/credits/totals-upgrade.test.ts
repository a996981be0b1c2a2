import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrate } from "../database/migrate";
import { migrateBefore } from "../testing/migrate-before";
import { runSql } from "../testing/run-sql";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;

beforeAll(() => runSql(shared, `create database ${name}`));
afterAll(() => runSql(shared, `drop database ${name} with (force)`));

it("upgrading adds the ledger up by account, month (UTC) and type", async () => {
  await migrateBefore(url, /keep_totals/);
  const accountId = randomUUID();
  const old = [
    ["grant", 100, "2026-04-30T23:59:59Z"],
    ["charge", -3, "2026-05-01T00:00:00Z"],
    ["charge", -4, "2026-05-31T23:59:59Z"],
  ] as const;
  for (const [place, [kind, amount, at]] of old.entries()) {
    const id = randomUUID();
    const facts = [accountId, id, place + 1, kind, at];
    await runSql(
      url,
      "insert into ledger_transactions (account_id, id, number, kind, created_at, balance) values ($1, $2, $3, $4, $5, 0)",
      facts,
    );
    await runSql(
      url,
      "insert into ledger_entries (account_id, transaction_id, ledger, amount) values ($1, $2, 'customer', $3), ($1, $2, $4, -($3::bigint))",
      [accountId, id, amount, kind === "grant" ? "granted" : "spent"],
    );
  }
  await migrate(url);
  const totals = await runSql(
    url,
    "select account_id, month::text, kind, credits::int from ledger_totals order by 2, 3",
  );
  expect(totals).toEqual([
    { account_id: accountId, month: "2026-04-01", kind: "grant", credits: 100 },
    { account_id: accountId, month: "2026-05-01", kind: "charge", credits: -7 },
  ]);
});
