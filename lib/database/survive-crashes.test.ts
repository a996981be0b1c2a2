import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { connectDatabase } from "../core/connect-database";
import { soakOr } from "../testing/soak-or";
import { findPostmaster } from "./find-postmaster";
import { processBirth, readProcessStat } from "./process-birth";
import { projectRoot } from "./project-root";

const startMs = 15_000;
/** With delays from 0 to 600 ms. */
const rounds = soakOr(20, 3);
vi.setConfig({ testTimeout: rounds * 2 * startMs });

const dataDir = mkdtempSync(join(tmpdir(), "depesza-crashes-"));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

afterAll(async () => {
  await vi.waitFor(() => expect(findPostmaster(dataDir)).toBeUndefined(), 20_000);
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process that owns the database, as soon as it serves; fails when that takes longer than it may. */
async function start() {
  const startedAt = Date.now();
  const program = join(projectRoot(), "lib/testing/hold-database.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, dataDir], {
    cwd: projectRoot(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const ended = once(child, "exit").then(() => expect.fail("It did not start."));
  const [url] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended]);
  expect(Date.now() - startedAt).toBeLessThan(startMs);
  const { client } = await connectDatabase(String(url), "test");
  return { child, client };
}

async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query("select pg_backend_pid() as pid");
  return Number(rows[0]?.pid);
}

function postmasterOf(): number {
  return findPostmaster(dataDir)?.pid ?? expect.fail("No PostgreSQL runs.");
}

it(`starts within 15 s and has all data after a backend and then the server are killed, ${rounds} times`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { child, client } = await start();
    await client.query("create table if not exists kept (round int)");
    await client.query("insert into kept values ($1)", [round]);
    const { rows } = await client.query("select round from kept order by round");
    expect(rows.map((row) => row.round)).toEqual([...Array(round + 1).keys()]);
    process.kill(await backendOf(client), "SIGKILL");
    await pause((600 / (rounds - 1)) * round);
    child.kill("SIGKILL");
  }
});

it("starts within 15 s after the server, its guard and a frozen PostgreSQL are left behind", async () => {
  const { child, client } = await start();
  const [backend, postmaster] = [await backendOf(client), postmasterOf()];
  const guard = readProcessStat(postmaster)?.parent ?? 0;
  process.kill(backend, "SIGSTOP");
  process.kill(postmaster, "SIGSTOP");
  child.kill("SIGKILL");
  process.kill(guard, "SIGKILL");
  const next = await start();
  expect([guard, postmaster, backend].filter(processBirth)).toEqual([]);
  await next.client.end();
});

it("starts within 15 s over a frozen backend that a killed PostgreSQL left behind", async () => {
  const { child, client } = await start();
  const [backend, postmaster] = [await backendOf(client), postmasterOf()];
  process.kill(backend, "SIGSTOP");
  child.kill("SIGKILL");
  process.kill(postmaster, "SIGKILL");
  const next = await start();
  expect([postmaster, backend].filter(processBirth)).toEqual([]);
  await next.client.end();
});
