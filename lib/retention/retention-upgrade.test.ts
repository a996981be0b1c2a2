import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "../core/db";
import { newId } from "../core/ids";
import { migrate } from "../database/migrate";
import { migrateBefore } from "../testing/migrate-before";
import { runSql } from "../testing/run-sql";
import { readLimits } from "./read-limits";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;

afterAll(async () => {
  await closeDatabase();
  await runSql(shared, `drop database ${name} with (force)`);
});

test("an installation with accounts keeps everything after the upgrade, until its administrator decides", async () => {
  await runSql(shared, `create database ${name}`);
  await migrateBefore(url, /erase_old_texts/);
  await runSql(url, "insert into accounts (id, name) values ($1, 'Old')", [newId()]);
  await migrate(url);
  Object.assign(process.env, { DATABASE_URL: url });
  expect(await readLimits()).toEqual({ texts: null, events: null, attempts: null });
}, 120_000);
