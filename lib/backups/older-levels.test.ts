import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { invariantsSince } from "../audit/invariants-since";
import { operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { publicId } from "../core/ids";
import { migrate } from "../database/migrate";
import { getMessage } from "../messages/get-message";
import { sendMessage } from "../sending/send-message";
import { applyMigrations } from "../testing/apply-migrations";
import { FirstRelease, type OldMessage, oldWire } from "../testing/first-release";
import { runSql } from "../testing/run-sql";
import { emptyDatabase, tableContents } from "../testing/table-contents";
import { authenticateToken } from "../tokens/authenticate-token";
import { createBackup } from "./create-backup";
import { restoreBackup } from "./restore-backup";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const name = `levels_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;
const folder = mkdtempSync(join(tmpdir(), "depesza-levels-"));

/** Releases by the last migration that each had; the data of all of them began with the first. */
const levels = [
  ["version 0.1.0", "remember_default_country"],
  ["the tables before people had roles", "index_texts"],
  ["the first tables with backups", "back_up_the_installation"],
] as const;

beforeAll(async () => {
  await runSql(shared, `create database ${name}`);
  Object.assign(process.env, { DATABASE_URL: url, DATA_DIR: join(folder, "home") });
});
afterEach(() => emptyDatabase(url));
afterAll(async () => {
  await closeDatabase();
  await runSql(shared, `drop database ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

interface Old {
  release: FirstRelease;
  delivered: OldMessage;
  cancelled: OldMessage;
  queued: OldMessage;
}

/** An installation of 0.1.0 that was upgraded up to a migration. */
async function installUpTo(migration: string): Promise<Old> {
  const release = await FirstRelease.install(url, 1000);
  const [delivered, cancelled, queued] = [
    await release.accept(randomUUID()),
    await release.accept(randomUUID()),
    await release.accept(randomUUID()),
  ];
  await release.deliver(delivered);
  await release.cancel(cancelled);
  await applyMigrations(url, (entries) =>
    entries.slice(0, entries.findIndex(({ tag }) => tag.endsWith(migration)) + 1),
  );
  return { release, delivered, cancelled, queued };
}

async function breaches(): Promise<string[]> {
  const broken: string[] = [];
  for (const { name: rule, breaches: text } of invariantsSince(null)) {
    if ((await runSql(url, text)).length > 0) broken.push(rule);
  }
  return broken;
}

/** A backup of a level, restored into this release; and the same database upgraded where it is. */
async function restoreFrom(migration: string) {
  const old = await installUpTo(migration);
  const path = join(folder, `${migration}-${randomUUID()}.tar`);
  await createBackup({ path });
  await migrate(url);
  const upgraded = await tableContents(url);
  await emptyDatabase(url);
  const { manifest } = await restoreBackup({ path, isReplacing: false });
  return { old, upgraded, manifest };
}

/** Without the instant at which a migration ran, where it notes that. */
function withoutOwnTime({ retention_limits: limits = [], ...others }: Record<string, string[]>) {
  return { ...others, limits: limits.map((row) => row.replace(/"set_at": "[^"]*"/, "")) };
}

test.each(levels)(
  "a backup of %s becomes exactly what an upgrade of that database becomes, and the audit finds nothing",
  async (_what, migration) => {
    const { upgraded } = await restoreFrom(migration);
    const restored = await tableContents(url);
    expect(withoutOwnTime(restored)).toEqual(withoutOwnTime(upgraded));
    expect(restored["messages"]).toHaveLength(3);
    expect(restored["webhook_deliveries"]).toHaveLength(1);
    expect(await breaches()).toEqual([]);
  },
);

test("after a restore from version 0.1.0, its token, its keys, its messages, and its credits go on", async () => {
  const { old } = await restoreFrom(levels[0][1]);
  const { release, delivered, cancelled, queued } = old;
  const actor = await authenticateToken(`Bearer ${release.token}`, null);
  expect(actor.accountId).toBe(release.accountId);
  for (const [message, status] of [
    [delivered, "delivered"],
    [cancelled, "cancelled"],
    [queued, "queued"],
  ] as const) {
    const id = publicId("msg", message.id);
    const view = await getMessage({ actor, input: { messageId: id } });
    expect(view.status).toBe(status);
    const wire = { ...oldWire, client_ref: message.key, idempotency_key: message.key };
    const again = await sendMessage({ actor, input: wire });
    expect(again).toMatchObject({ isReplay: true, accepted: { message_id: id } });
  }
  const [account] = await runSql(url, "select credits::int from accounts where id = $1", [
    release.accountId,
  ]);
  expect(account).toEqual({ credits: 1000 - 3 + 1 });
  const fresh = await sendMessage({ actor: operatorOf(release.accountId), input: oldWire });
  expect(fresh).toMatchObject({ isReplay: false });
  expect(await breaches()).toEqual([]);
});
