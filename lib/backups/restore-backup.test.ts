import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { sendMessage } from "../sending/send-message";
import { createDatabase } from "../testing/create-database";
import { mintAccount } from "../testing/mint-account";
import { runSql } from "../testing/run-sql";
import { readArchive } from "./_read-archive";
import { sha256, writeArchive } from "./_write-archive";
import { checkBackup } from "./check-backup";
import { createBackup } from "./create-backup";
import { type Manifest, manifestPath, sealPath } from "./manifest";
import { restoreBackup } from "./restore-backup";
import { refuseHalfRestored, setRestoreMarker } from "./restore-marker";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "depesza-backup-"));
const path = join(folder, "first.tar");
/** What COPY has to escape, or has a meaning of its own in it. */
const hardTexts = ["a\nc\\d\\N \\t", "\\.", 'Zażółć "gęślą" 🙂', "x".repeat(700)];

let database: Awaited<ReturnType<typeof createDatabase>>;
let before: Record<string, string[]>;
let line: Awaited<ReturnType<typeof openLine>>;

/** A way to the database that breaks as soon as this text passes. */
async function openLine(url: string) {
  const state = { breaksAt: undefined as string | undefined };
  const { hostname, port } = new URL(url);
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) socket.on("error", () => undefined);
    near.on("data", (bytes) => {
      if (state.breaksAt && bytes.includes(state.breaksAt)) return far.destroy();
      return far.write(bytes);
    });
    far.pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const here = new URL(url);
  here.host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return { url: here.href, state, close: () => server.close() };
}

/** Every row of every table, as text. */
async function contents(): Promise<Record<string, string[]>> {
  const tables = await runSql<{ name: string }>(
    database.url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and not relispartition and relname not in ('backups', 'heartbeats') order by 1`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await runSql<{ row: string }>(
      database.url,
      `select tableoid::regclass || ' ' || to_jsonb(t)::text as row from "${name}" t order by 1`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

const empty = () =>
  runSql(
    database.url,
    "drop schema public cascade; create schema public; drop schema drizzle cascade; select 1",
  );

/** The backup with another manifest, sealed anew. */
async function changed(name: string, change: (manifest: Manifest) => unknown): Promise<string> {
  const copy = join(folder, name);
  const signal = new AbortController().signal;
  await writeArchive({ path: copy, passphrase: undefined, signal }, async (add) => {
    for await (const entry of readArchive(path, undefined)) {
      if (entry.path === manifestPath) {
        const text = JSON.stringify(change(JSON.parse(entry.content.toString("utf8"))));
        await add(manifestPath, Buffer.from(text));
        await add(sealPath, Buffer.from(`${sha256(Buffer.from(text))}  ${manifestPath}\n`));
      } else if (entry.path !== sealPath) await add(entry.path, entry.content);
    }
  });
  return copy;
}

beforeAll(async () => {
  database = await createDatabase();
  line = await openLine(database.url);
  Object.assign(process.env, { DATABASE_URL: line.url, DATA_DIR: join(folder, "home") });
  const { accountId } = await mintAccount();
  for (const body of hardTexts) {
    const wire = { from: "YourBrand", to: "48732129000", body };
    await sendMessage({ actor: operatorOf(accountId), input: wire });
  }
  await dispatchMessages({ carrier: "simulator", test: false });
  await closeDatabase();
  before = await contents();
  await createBackup({ path });
});
afterAll(async () => {
  line.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup restores every row of every table, into the partition it was in", async () => {
  expect(before["messages"]?.length).toBe(hardTexts.length);
  await empty();
  const { rows, manifest } = await restoreBackup({ path, isReplacing: false });
  const after = await contents();
  expect(after).toEqual(before);
  expect(rows).toBe(Object.values(before).flat().length);
  expect(Object.keys(before).sort()).toEqual(manifest.tables.map(({ name }) => name).sort());
});

test("after a restore, the triggers and constraints of every table work again", async () => {
  await restoreBackup({ path, isReplacing: true });
  const [disabled] = await runSql<{ count: number }>(
    database.url,
    "select count(*)::int as count from pg_trigger where tgenabled <> 'O'",
  );
  expect(disabled?.count).toBe(0);
  await expect(runSql(database.url, "delete from ledger_transactions")).rejects.toThrow(/append/);
});

test("the file is readable by its owner only, and nothing unfinished stays beside it", () => {
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
});

test("an installation with accounts is replaced only when that is demanded", async () => {
  await runSql(database.url, "update accounts set credits = credits");
  await expect(restoreBackup({ path, isReplacing: false })).rejects.toThrow(/add --replace/);
  expect(await contents()).toEqual(before);
});

test("nothing is restored while a process of the product has the database open", async () => {
  const url = new URL(database.url);
  url.searchParams.set("application_name", "depesza");
  const pg = await import("pg");
  const client = new pg.default.Client(url.href);
  await client.connect();
  await expect(restoreBackup({ path, isReplacing: true })).rejects.toThrow(/is running on this/);
  await client.end();
});

test("tables of somebody else are left alone", async () => {
  await empty();
  await runSql(database.url, "create table theirs (id int); insert into theirs values (1)");
  await expect(restoreBackup({ path, isReplacing: true })).rejects.toThrow(/not of Depesza/);
  expect(await runSql(database.url, "select * from theirs")).toEqual([{ id: 1 }]);
  await runSql(database.url, "drop table theirs; create schema drizzle");
  await restoreBackup({ path, isReplacing: false });
});

test("a table of somebody else in the database does not make its backups useless", async () => {
  await runSql(database.url, "create table theirs (id serial); insert into theirs default values");
  const withTheirs = join(folder, "theirs.tar");
  await createBackup({ path: withTheirs });
  await empty();
  const { notes } = await restoreBackup({ path: withTheirs, isReplacing: false });
  expect(notes).toEqual(["theirs was not restored: Depesza has no such table."]);
  expect(await contents()).toEqual(before);
});

test("a restore that is interrupted among the rows leaves the database as it was", async () => {
  await runSql(database.url, "update accounts set credits = credits, created_at = '2020-01-01'");
  const later = await contents();
  line.state.breaksAt = 'copy "messages"';
  await expect(restoreBackup({ path, isReplacing: true })).rejects.toThrow();
  line.state.breaksAt = undefined;
  await expect.poll(contents).toEqual(later);
  expect(() => refuseHalfRestored()).not.toThrow();
  await restoreBackup({ path, isReplacing: true });
  expect(await contents()).toEqual(before);
});

test("a process does not start on rows whose keys a restore did not put into their place", async () => {
  setRestoreMarker();
  expect(() => refuseHalfRestored()).toThrow(/run it again with --replace/);
  await restoreBackup({ path, isReplacing: true });
  expect(() => refuseHalfRestored()).not.toThrow();
});

test.each([
  [
    "of which a byte was changed",
    (bytes: Buffer) => {
      const at = bytes.indexOf(Buffer.from([0x1f, 0x8b])) + 20;
      return bytes.fill((bytes[at] ?? 0) ^ 1, at, at + 1);
    },
    /copy\.gz was changed/,
  ],
  ["that ends early", (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), /ends early/],
  [
    "without its last file",
    (bytes: Buffer) => bytes.subarray(0, bytes.lastIndexOf(Buffer.from(sealPath))),
    /ends early/,
  ],
  ["that is none", () => Buffer.from("not a backup\n".repeat(100)), /no archive of Depesza/],
  ["that is empty", () => Buffer.alloc(0), /ends early/],
])("a backup %s is refused with a sentence, and nothing changes", async (_what, damage, why) => {
  const copy = join(folder, "damaged.tar");
  writeFileSync(copy, damage(readFileSync(path)));
  const refusal = restoreBackup({ path: copy, isReplacing: true });
  await expect(refusal).rejects.toThrow(why);
  await expect(refusal).rejects.toThrow(/cannot be restored: .*Nothing was changed\.$/);
  expect(await contents()).toEqual(before);
});

test.each([
  [
    "a newer layout",
    (it: Manifest) => ({ ...it, format: 2 }),
    /a newer version of Depesza made it/,
  ],
  [
    "newer tables",
    (it: Manifest) => ({ ...it, migration: it.migration + 1 }),
    /a newer version of Depesza made it/,
  ],
  ["tables of no release", (it: Manifest) => ({ ...it, migration: 5 }), /are of no release/],
  [
    "a table whose name is a statement",
    (it: Manifest) => ({
      ...it,
      tables: [{ ...it.tables[0], name: 'a"; drop table accounts; --' }],
    }),
    /tables\.0\.name is not as expected/,
  ],
  [
    "a part that nobody listed",
    (it: Manifest) => ({ ...it, tables: it.tables.slice(1) }),
    /is too much/,
  ],
])("a sealed backup of %s is refused", async (_what, change, why) => {
  const copy = await changed(`${_what.replaceAll(" ", "-")}.tar`, change as never);
  await expect(restoreBackup({ path: copy, isReplacing: true })).rejects.toThrow(why);
  expect(await contents()).toEqual(before);
});

test("a backup that is stopped, or has no folder, leaves nothing behind and says why", async () => {
  const stopping = new AbortController();
  const target = join(folder, "stopped.tar");
  const making = createBackup({ path: target, signal: stopping.signal });
  const end = vi.waitFor(() => {
    expect(readdirSync(folder)).toContain(".stopped.tar.partial");
    stopping.abort();
  });
  await expect(making).rejects.toThrow(/was stopped before it was finished/);
  await end;
  expect(readdirSync(folder).filter((name) => name.includes("stopped"))).toEqual([]);
  const nowhere = join(folder, "nowhere", "a.tar");
  await expect(createBackup({ path: nowhere })).rejects.toThrow(/make the folder/);
});

test("one backup is made at a time, and the next is made again", async () => {
  const targets = ["one.tar", "two.tar"].map((name) => join(folder, name));
  const made = await Promise.allSettled(targets.map((target) => createBackup({ path: target })));
  expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(made.find((each) => each.status === "rejected")?.reason).toMatchObject({
    code: "conflict",
  });
  await createBackup({ path: join(folder, "three.tar") });
});

test("a file that is not there is said so", async () => {
  const missing = join(folder, "missing.tar");
  await expect(checkBackup({ path: missing, passphrase: undefined })).rejects.toThrow(
    `${missing} cannot be read (ENOENT).`,
  );
});
