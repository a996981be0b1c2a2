import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrateBefore } from "../testing/migrate-before";
import { runSql } from "../testing/run-sql";
import { migrate } from "./migrate";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;
const sql = (text: string, values: unknown[]) => runSql(url, text, values);

beforeAll(() => runSql(shared, `create database ${name}`));
afterAll(() => runSql(shared, `drop database ${name} with (force)`));

it("upgrading keeps when each session and token was last used, and each token's hours", async () => {
  await migrateBefore(url, /fit_for_shards/);
  const [account, user, session, token, unused] = Array.from({ length: 5 }, () => randomUUID());
  const at = "2026-05-04T03:02:01.000Z";
  await sql("insert into accounts (id, name) values ($1, 'a')", [account]);
  await sql("insert into users (id, account_id, email, password_hash) values ($1, $2, 'a', 'x')", [
    user,
    account,
  ]);
  await sql(
    "insert into sessions (id, user_id, last_seen_at, expires_at) values ($1, $2, $3, now())",
    [session, user, at],
  );
  await sql(
    `insert into tokens (id, account_id, name, mode, hash, last_four, scopes, last_used_at, last_used_address)
      values ($1, $2, 'used', 'live', 'h1', 'abcd', '{}', $3, '192.0.2.1'), ($4, $2, 'new', 'live', 'h2', 'abcd', '{}', null, null)`,
    [token, account, at, unused],
  );
  await sql("insert into token_hours (token_id, hour, requests) values ($1, $2, 7)", [token, at]);
  await migrate(url);
  const rows = await Promise.all(
    ["session_uses", "token_uses", "token_hours"].map((table) => sql(`select * from ${table}`, [])),
  );
  const of = { account_id: account, token_id: token };
  const time = expect.toSatisfy((value: string) => new Date(value).toISOString() === at);
  expect(rows).toEqual([
    [{ account_id: account, session_id: session, last_seen_at: time }],
    [{ ...of, last_used_at: time, last_used_address: "192.0.2.1" }],
    [{ ...of, hour: time, requests: 7 }],
  ]);
});
