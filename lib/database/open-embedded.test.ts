import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it, vi } from "vitest";
import { runSql } from "../testing/run-sql";
import { chooseIdentity } from "./choose-identity";
import { createCluster } from "./create-cluster";
import { findBinaries } from "./find-binaries";
import { findPostmaster, isAlive } from "./find-postmaster";
import { openEmbedded } from "./open-embedded";
import { readProcessStat } from "./process-birth";
import { projectRoot } from "./project-root";
import { startPostgres } from "./start-postgres";

vi.setConfig({ testTimeout: 60_000 });

const password = "only-for-this-test-run";
const folders: string[] = [];
const children: ChildProcess[] = [];
const isRoot = process.getuid?.() === 0;

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const folder of folders) {
    await vi.waitFor(() => expect(findPostmaster(folder)).toBeUndefined(), 10_000);
    rmSync(folder, { recursive: true, force: true });
  }
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "depesza-embedded-"));
  folders.push(folder);
  return folder;
}

/** Another process with the database open, and the lines it has to say. */
function hold(dataDir: string, { purpose = "serve", settings = {} } = {}) {
  const program = join(projectRoot(), "lib/testing/hold-database.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, dataDir, purpose], {
    cwd: projectRoot(),
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, nextLine: async () => String((await lines.next()).value) };
}

async function ask(url: string, query = "select 1 as answer"): Promise<unknown> {
  const [row] = await runSql(url, query);
  return row?.["answer"];
}

async function makeCluster(dataDir: string) {
  const identity = chooseIdentity(dataDir, findBinaries());
  await createCluster({ dataDir, password, identity });
  return identity;
}

function postmasterOf(dataDir: string): number {
  const pid = findPostmaster(dataDir)?.pid;
  if (!pid) throw new Error(`No PostgreSQL runs on ${dataDir}.`);
  return pid;
}

function guardOf(dataDir: string): number {
  return readProcessStat(postmasterOf(dataDir))?.parent ?? 0;
}

describe.concurrent("the embedded PostgreSQL", () => {
  it("sorts and folds text as Unicode, keeps checksums and writes durably", async () => {
    const database = await openEmbedded({ dataDir: newFolder(), password, purpose: "visit" });
    const query =
      "select lower('ŻÓŁĆ') || current_setting('fsync') || current_setting('data_checksums') as answer";
    expect(await ask(database.url, query)).toBe("żółćonon");
    await database.close();
  });

  it("ends when its owner is killed, and the next start has all data", async () => {
    const dataDir = newFolder();
    const owner = hold(dataDir);
    const url = await owner.nextLine();
    await ask(url, "create table kept as select 42 as answer");
    const pid = postmasterOf(dataDir);
    owner.child.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
    const next = await openEmbedded({ dataDir, password, purpose: "serve" });
    expect(await ask(next.url, "select answer from kept")).toBe(42);
    await next.close();
    expect(findPostmaster(dataDir)).toBeUndefined();
  });

  it.each([
    ["another program", () => process.pid],
    ["nobody", () => 4_194_200],
  ])("starts over a left-over postmaster.pid whose number belongs to %s", async (_whose, pid) => {
    const dataDir = newFolder();
    await makeCluster(dataDir);
    const data = join(dataDir, "postgres");
    writeFileSync(
      join(data, "postmaster.pid"),
      `${pid()}\n${data}\n1700000000\n5432\n\n127.0.0.1\n0 0\nready   \n`,
    );
    const database = await openEmbedded({ dataDir, password, purpose: "serve" });
    expect(await ask(database.url)).toBe(1);
    await database.close();
  });

  it("replaces an orphan nobody owns", async () => {
    const dataDir = newFolder();
    const identity = await makeCluster(dataDir);
    const onLost = vi.fn();
    await startPostgres({ dataDir, identity, onLost });
    const orphan = postmasterOf(dataDir);
    const database = await openEmbedded({ dataDir, password, purpose: "serve" });
    expect(isAlive(orphan)).toBe(false);
    expect(onLost).toHaveBeenCalledOnce();
    expect(await ask(database.url)).toBe(1);
    await database.close();
  });

  it("refuses a second server and lets a visitor in", async () => {
    const dataDir = newFolder();
    const owner = hold(dataDir);
    const url = await owner.nextLine();
    const visit = await openEmbedded({ dataDir, password, purpose: "visit" });
    expect(visit.url).toBe(url);
    await expect(openEmbedded({ dataDir, password, purpose: "serve" })).rejects.toThrow(
      `DATA_DIR ${dataDir} is in use by another running server; stop it or set DATA_DIR.`,
    );
    expect(await ask(visit.url)).toBe(1);
    await visit.close();
    owner.child.kill("SIGTERM");
    expect(await once(owner.child, "exit")).toEqual([0, null]);
    expect(findPostmaster(dataDir)).toBeUndefined();
  });

  it("is shared by two that start on an empty folder at the same time", async () => {
    const dataDir = newFolder();
    const [one, two] = [hold(dataDir, { purpose: "visit" }), hold(dataDir, { purpose: "visit" })];
    const [first, second] = await Promise.all([one.nextLine(), two.nextLine()]);
    expect(second).toBe(first);
    expect(await ask(first)).toBe(1);
  });

  it("stays until the visitors of a visit have left", async () => {
    const dataDir = newFolder();
    const owner = await openEmbedded({ dataDir, password, purpose: "visit" });
    const guest = await openEmbedded({ dataDir, password, purpose: "visit" });
    const closing = owner.close();
    expect(await ask(guest.url)).toBe(1);
    await guest.close();
    await closing;
    expect(findPostmaster(dataDir)).toBeUndefined();
  });

  it("starts again in place when PostgreSQL, or what guards it, is killed", async () => {
    const dataDir = newFolder();
    const owner = hold(dataDir);
    const url = await owner.nextLine();
    await ask(url, "create table kept as select 42 as answer");
    for (const victim of [postmasterOf, guardOf]) {
      const killed = postmasterOf(dataDir);
      process.kill(victim(dataDir), "SIGKILL");
      await vi.waitFor(() => expect(postmasterOf(dataDir)).not.toBe(killed), 20_000);
      await vi.waitFor(
        async () => expect(await ask(url, "select answer from kept")).toBe(42),
        20_000,
      );
    }
    owner.child.kill("SIGTERM");
    expect(await once(owner.child, "exit")).toEqual([0, null]);
    expect(findPostmaster(dataDir)).toBeUndefined();
  });

  it("tells its owner when it ends again and again", async () => {
    const dataDir = newFolder();
    const owner = hold(dataDir);
    await owner.nextLine();
    const kill = () => {
      const running = findPostmaster(dataDir);
      if (running?.isReady) process.kill(running.pid, "SIGKILL");
    };
    const killing = setInterval(kill, 20);
    expect(await owner.nextLine()).toBe("lost");
    clearInterval(killing);
  });

  it("refuses a key that is not the database's own", async () => {
    const dataDir = newFolder();
    await makeCluster(dataDir);
    await expect(openEmbedded({ dataDir, password: "another", purpose: "serve" })).rejects.toThrow(
      /rejects the key in .*secrets\.json/,
    );
    expect(findPostmaster(dataDir)).toBeUndefined();
  });

  it("says why it does not start", async () => {
    const dataDir = newFolder();
    await makeCluster(dataDir);
    const settings = ["shared_buffers=nonsense"];
    await expect(openEmbedded({ dataDir, password, purpose: "serve", settings })).rejects.toThrow(
      /did not start: invalid value for parameter "shared_buffers"/,
    );
  });

  it.runIf(isRoot)(
    "belongs to root when root may make user namespaces, else to nobody",
    async () => {
      const dataDir = newFolder();
      chmodSync(dataDir, 0o755);
      const tools = join(dataDir, "tools");
      mkdirSync(tools);
      symlinkSync("/bin/chown", join(tools, "chown"));
      const owner = hold(dataDir, { settings: { PATH: tools } });
      expect(await ask(await owner.nextLine())).toBe(1);
      expect(statSync(join(dataDir, "postgres")).uid).toBe(65_534);
      owner.child.kill("SIGTERM");
      await once(owner.child, "exit");
      const again = await openEmbedded({ dataDir, password, purpose: "serve" });
      expect(await ask(again.url)).toBe(1);
      await again.close();
    },
  );

  it("makes the symbolic links that an install without scripts leaves out", () => {
    const native = findBinaries();
    const list: { target: string }[] = JSON.parse(
      readFileSync(join(native, "pg-symlinks.json"), "utf8"),
    );
    const link = join(
      native,
      "..",
      list.find(({ target }) => target.endsWith("libecpg.so"))?.target ?? "",
    );
    rmSync(link);
    findBinaries();
    expect(existsSync(link)).toBe(true);
  });
});
