import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { migrate } from "../database/migrate";

/** A migrated database of its own beside the one all test files share, for what must not meet other tests. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const shared = process.env["DATABASE_URL"] ?? "";
  const name = `test_${randomBytes(6).toString("hex")}`;
  await run(shared, `create database ${name}`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return { url: url.href, drop: () => run(shared, `drop database ${name} with (force)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(statement);
  await sql.end();
}
