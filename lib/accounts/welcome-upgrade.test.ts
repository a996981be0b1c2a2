import { randomBytes, randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withConnection } from "../database/hold-lock";
import { migrate } from "../database/migrate";
import { projectRoot } from "../database/project-root";
import { runSql } from "../testing/run-sql";
import { hashForKey } from "./_attempts";
import { normalizeAddress } from "./_normalize-address";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;

beforeAll(() => runSql(shared, `create database ${name}`));
afterAll(() => runSql(shared, `drop database ${name} with (force)`));

/** The migrations before the one that welcomes each address once, as the release before had them. */
async function migrateToRelease(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-migrations-"));
  cpSync(join(projectRoot(), "drizzle/migrations"), folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8"));
  const end = journal.entries.findIndex((entry: { tag: string }) => /welcome/.test(entry.tag));
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  await withConnection(url, (client) =>
    applyMigrations(drizzle(client), { migrationsFolder: folder }),
  );
  rmSync(folder, { recursive: true });
}

it("upgrading remembers the addresses of all accounts, those that farmed welcome credits too", async () => {
  await migrateToRelease();
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
