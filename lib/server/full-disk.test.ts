import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { describeEnv } from "../core/env-example";
import { projectRoot } from "../database/project-root";

vi.setConfig({ testTimeout: 120_000 });

/** Where the small disk is mounted, in a mount namespace of the server's own: it is gone with the server. */
const dataDir = "/mnt";
const megabyte = Buffer.alloc(1_000_000);
const namespace = [
  "unshare",
  "--mount",
  ...(process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"]),
];
const mount = `mount -t tmpfs -o size=360m tmpfs ${dataDir}`;
const canMount =
  spawnSync(namespace[0] ?? "", [...namespace.slice(1), "sh", "-c", mount]).status === 0;

let server: ChildProcess | undefined;
afterAll(() => server?.kill("SIGKILL"));

/** Longer than it takes to give PostgreSQL up: five restarts, after 3.75 s of pauses in all. */
const givenUpMs = 8000;

/** The product on a disk of 360 MB, with its log on the same disk. */
async function start(): Promise<{ url: string; disk: string }> {
  const unset = Object.fromEntries(describeEnv().map(({ name }) => [name, ""]));
  const run = `${mount} && exec "$@" 2>${dataDir}/server.log`;
  const [program = "", ...words] = [...namespace, "sh", "-c", run, "sh"];
  server = spawn(program, [...words, process.execPath, join(projectRoot(), "scripts/start.mjs")], {
    env: { ...process.env, ...unset, ROLE: "api", PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  server.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  const port = await vi.waitFor(() => {
    const found = /ready at http:\/\/localhost:(\d+)/.exec(out)?.[1];
    return found ?? expect.fail(`It is not ready: ${out}`);
  }, 60_000);
  return { url: `http://127.0.0.1:${port}`, disk: `/proc/${server.pid}/root${dataDir}` };
}

function fill(path: string): void {
  try {
    for (;;) writeFileSync(path, megabyte, { flag: "a" });
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe("ENOSPC");
  }
}

// Where a disk cannot be mounted, health-routes.test.ts still plays a database that reports a full disk.
test.runIf(canMount)(
  "on a full disk the server is not ready and says so, goes on, and is ready when there is room",
  async () => {
    const { url, disk } = await start();
    const ready = async () => {
      const response = await fetch(`${url}/api/health/ready`);
      const { checks } = (await response.json()) as { checks: object };
      return { status: response.status, checks };
    };
    expect(await ready()).toMatchObject({ status: 200, checks: { disk: "ok" } });

    fill(join(disk, "filler"));
    await expect
      .poll(ready)
      .toMatchObject({ status: 503, checks: { database: "ok", disk: "failed" } });
    // Its log lies on the same disk: far more lines than are kept while they cannot be written.
    for (let round = 0; round < 40; round += 1) {
      await Promise.all(Array.from({ length: 25 }, ready));
    }
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);

    rmSync(join(disk, "filler"));
    await expect
      .poll(ready, { timeout: 30_000 })
      .toMatchObject({ status: 200, checks: { disk: "ok" } });
    const lines = () => readFileSync(join(disk, "server.log"), "utf8").split("\n");
    const lost = () => lines().find((line) => line.includes('"dropped":'));
    await expect.poll(lost).toBeDefined();
    expect(JSON.parse(lost() ?? "")).toMatchObject({ code: "ENOSPC", dropped: expect.any(Number) });
    // Not only the look at the disk, the write itself has failed.
    expect(lines().some((line) => line.includes('"code":"53100"'))).toBe(true);
  },
);

test.runIf(canMount)(
  "a PostgreSQL that ends on a full disk is not given up: it starts again when there is room",
  async () => {
    server?.kill("SIGKILL");
    const { url, disk } = await start();
    const status = async () => (await fetch(`${url}/api/health/ready`)).status;
    expect(await status()).toBe(200);
    const pidFile = join(disk, "postgres/postmaster.pid");
    fill(join(disk, "filler"));
    process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), "SIGKILL");
    await expect.poll(status, { timeout: 10_000 }).toBe(503);
    for (const end = Date.now() + givenUpMs; Date.now() < end; ) {
      expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
      expect(await status()).toBe(503);
    }
    rmSync(join(disk, "filler"));
    await expect.poll(status, { timeout: 30_000 }).toBe(200);
  },
);
