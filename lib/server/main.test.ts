import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { env } from "../core/env";
import { checkDataFolder } from "../database/check-data-folder";
import { findPostmaster } from "../database/find-postmaster";
import { projectRoot } from "../database/project-root";
import { newFolder, root, start, startAndServe } from "../testing/npm-start";
import { runSql } from "../testing/run-sql";

// Real processes on a busy machine: what counts is that they get there.
vi.setConfig({ testTimeout: 60_000 });

async function startAndFail(...how: Parameters<typeof start>) {
  const child = start(...how);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { out, err, code };
}

function databaseWith(change: (url: URL) => void): string {
  const url = new URL(env().DATABASE_URL ?? "");
  change(url);
  return url.href;
}

/** A version of Node past its end of life is named, whatever comes after. */
const onlyNodeAdvice = /^(Node \d+ gets no more security updates\.[^\n]*\n)?$/;

describe("start-up trouble is one sentence, exit code 1, and nothing is left running", () => {
  let taken: Server;
  let takenPort: number;
  beforeAll(async () => {
    taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    takenPort = (taken.address() as AddressInfo).port;
    writeFileSync(join(root, "file"), "");
  });
  afterAll(() => taken.close());

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      "the port is taken",
      () => ({ PORT: String(takenPort) }),
      /^Port \d+ is used by another program; stop it or choose another port: PORT=\d+ npm start$/,
    ],
    [
      "the host is not ours",
      () => ({ HOST: "192.0.2.1" }),
      /^HOST 192\.0\.2\.1 is not an address of this machine; .*\.$/,
    ],
    [
      "the price list is not there",
      () => ({ PRICE_LIST: join(root, "none.json") }),
      /^The price list \S+none\.json cannot be read: ENOENT.*\.$/,
    ],
    [
      "settings are wrong",
      () => ({ PORT: "many", ROLE: "boss" }),
      /^These settings are wrong: PORT: .*; ROLE: .*\.$/,
    ],
    [
      "no PostgreSQL answers",
      () => ({
        DATABASE_URL: databaseWith((url) => {
          url.port = "1";
        }),
      }),
      /^No PostgreSQL responds at 127\.0\.0\.1:1 \(ECONNREFUSED\); .*\.$/,
    ],
    [
      "the password is wrong",
      () => ({
        DATABASE_URL: databaseWith((url) => {
          url.password = "wrong";
        }),
      }),
      /^PostgreSQL at .* rejected the user or password in DATABASE_URL; fix them\.$/,
    ],
  ])("%s", async (_what, settings, sentence) => {
    const folder = newFolder();
    const { out, err, code } = await startAndFail({ DATA_DIR: folder, ...settings() });
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err.trim()).toMatch(sentence);
    expect(out).toMatch(onlyNodeAdvice);
    expect(code).toBe(1);
    expect(findPostmaster(folder)).toBeUndefined();
  });

  it("the database was migrated by a newer version", async () => {
    const folder = newFolder();
    const name = `newer_${Date.now()}`;
    await runSql(env().DATABASE_URL ?? "", `create database ${name} template template0`);
    const DATABASE_URL = databaseWith((url) => {
      url.pathname = `/${name}`;
    });
    await runSql(
      DATABASE_URL,
      `create schema drizzle;
      create table drizzle.__drizzle_migrations (id serial, hash text, created_at bigint);
      insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
    );
    const { err, code } = await startAndFail({ DATA_DIR: folder, DATABASE_URL });
    expect(err).toMatch(/^The database was migrated by a newer version of Depesza; [^\n]*\.\n$/);
    expect(code).toBe(1);
    await runSql(env().DATABASE_URL ?? "", `drop database ${name}`);
  });

  it("the disk is full", async () => {
    await expect(checkDataFolder(newFolder(), Number.MAX_SAFE_INTEGER)).rejects.toThrow(
      /^The disk of .* has only \d+ MB left; free at least \d+ MB or set DATA_DIR to a folder on another disk\.$/,
    );
    await expect(checkDataFolder(newFolder(), 1)).resolves.toBeUndefined();
  });
});

describe("a data folder that cannot be is one sentence within seconds, exit code 1", () => {
  interface Trouble {
    folder: () => string;
    codes: string;
    user?: { uid?: number };
  }
  const programs = [["start"], ["cli", "account", "list"]];
  // Root may write everywhere, so it tries this as nobody.
  const stranger = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const closed = join(root, "closed");
  beforeAll(() => {
    writeFileSync(join(root, "file"), "");
    mkdirSync(closed, { mode: 0o555 });
  });

  it.each<[string, Trouble]>([
    ["below a file", { folder: () => join(root, "file/data"), codes: "ENOTDIR" }],
    ["a file", { folder: () => join(root, "file"), codes: "ENOTDIR" }],
    ["where nothing can be made", { folder: () => "/proc/depesza/data", codes: "ENOENT" }],
    ["where the system makes all", { folder: () => "/sys/depesza", codes: "EPERM|EACCES" }],
    [
      "with a name that is too long",
      { folder: () => join(root, "x".repeat(300)), codes: "ENAMETOOLONG" },
    ],
    [
      "where this user may not write",
      { folder: () => join(closed, "data"), codes: "EACCES", user: stranger },
    ],
  ])("%s", async (_what, { folder, codes, user }) => {
    const DATA_DIR = folder();
    for (const [program, ...words] of programs) {
      const command = join(projectRoot(), `scripts/${program}.mjs`);
      const startedAt = Date.now();
      const { out, err, code } = await startAndFail(
        { DATA_DIR },
        [process.execPath, command, ...words],
        user,
      );
      expect([out, code]).toEqual([expect.stringMatching(onlyNodeAdvice), 1]);
      const cannot = `The data folder ${DATA_DIR} cannot be written`;
      const advice = "grant this user write access, or set DATA_DIR to another folder.";
      expect(err).toMatch(new RegExp(`^${cannot} \\((${codes})\\); ${advice}\n$`));
      // The rest is Node's own start on a busy machine.
      expect(Date.now() - startedAt).toBeLessThan(15_000);
    }
  });
});

describe("a log that nobody can write to", () => {
  it.each<[string, string]>([
    ["has no room", 'exec "$@" 2>/dev/full'],
    ["is closed", 'exec "$@" 2>&-'],
    ["has no reader", '{ exec "$@"; } 2> >(:)'],
  ])("that %s does not end the server", async (_what, shell) => {
    const DATA_DIR = newFolder();
    const command = join(projectRoot(), "scripts/start.mjs");
    const { child, url } = await startAndServe({ DATA_DIR, LOG_LEVEL: "debug" }, [
      "bash",
      ...["-c", shell, "bash", process.execPath, command],
    ]);
    const before = findPostmaster(DATA_DIR)?.pid ?? 0;
    // The restart is told in the log.
    process.kill(before, "SIGKILL");
    await vi.waitFor(() => {
      expect([undefined, before]).not.toContain(findPostmaster(DATA_DIR)?.pid);
    }, 30_000);
    await vi.waitFor(async () => {
      expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
    }, 30_000);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
