import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashForKey } from "../attempts/attempts";
import { migrate } from "../database/migrate";
import { migrateBefore } from "../testing/migrate-before";
import { runSql } from "../testing/run-sql";
import { normalizeAddress } from "./_normalize-address";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;

beforeAll(() => runSql(shared, `create database ${name}`));
afterAll(() => runSql(shared, `drop database ${name} with (force)`));

it("upgrading remembers the addresses of all accounts, those that farmed welcome credits too", async () => {
  await migrateBefore(url, /welcome/);
  const emails = [
    "ada@example.com",
    "farm@gmail.com",
    "farm+1@gmail.com",
    "f.arm@gmail.com",
    "f.a.r.m+2+3@googlemail.com",
    "g.r_a-c.e@proton.me",
    "grace+x@pm.me",
    "linus+kernel@icloud.com",
    "linus@mac.com",
    "+1@example.com",
    "o'brien.jr@sub.example.co",
    "someone@xn--w-uga1v8h.pl",
  ];
  for (const email of emails) {
    const id = randomUUID();
    await runSql(url, "insert into accounts (id, name) values ($1, $2)", [id, email]);
    await runSql(
      url,
      "insert into users (id, account_id, email, password_hash) values ($1, $2, $3, 'x')",
      [randomUUID(), id, email],
    );
  }
  await migrate(url);
  const rows = await runSql(url, "select hash from welcomed_addresses");
  const expected = new Set(emails.map((email) => hashForKey(normalizeAddress(email))));
  expect(expected.size).toBe(7);
  expect(new Set(rows.map(({ hash }) => hash))).toEqual(expected);
  const withheld = await runSql(url, "select 1 from accounts where welcome_withheld");
  expect(withheld).toHaveLength(0);
});
