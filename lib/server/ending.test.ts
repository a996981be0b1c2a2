import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, it, vi } from "vitest";
import { findPostmaster } from "../database/find-postmaster";
import { newFolder, startAndServe } from "../testing/npm-start";
import { childrenOf } from "../testing/process-family";

// Real processes on a busy machine: what counts is that they get there.
vi.setConfig({ testTimeout: 60_000 });

it("SIGTERM ends the server and its PostgreSQL in order, and the next start has the same data", async () => {
  const DATA_DIR = newFolder();
  const { child, url } = await startAndServe({ DATA_DIR });
  expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
  const first = findPostmaster(DATA_DIR);
  expect(first).toBeDefined();
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(findPostmaster(DATA_DIR)).toBeUndefined();

  const again = await startAndServe({ DATA_DIR });
  expect((await fetch(`${again.url}/api/health/ready`)).status).toBe(200);
  again.child.kill("SIGINT");
  expect(await once(again.child, "exit")).toEqual([0, null]);
});

it("a signal that only npm gets ends the server, too", async () => {
  const DATA_DIR = newFolder();
  const { child, url } = await startAndServe({ DATA_DIR }, ["npm", "start"]);
  child.kill("SIGTERM");
  await vi.waitFor(() => expect(findPostmaster(DATA_DIR)).toBeUndefined(), 20_000);
  await expect(fetch(`${url}/api/health/live`)).rejects.toThrow();
});

it("a killed server leaves no PostgreSQL behind and does not hinder the next start", async () => {
  const DATA_DIR = newFolder();
  const { child } = await startAndServe({ DATA_DIR });
  child.kill("SIGKILL");
  const { url } = await startAndServe({ DATA_DIR });
  expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
});

it("when PostgreSQL dies again and again the server ends with a sentence instead of living on without it", async () => {
  const DATA_DIR = newFolder();
  const { child } = await startAndServe({ DATA_DIR, LOG_LEVEL: "silent" });
  const err = text(child.stderr ?? process.stdin);
  const killing = setInterval(() => {
    const running = findPostmaster(DATA_DIR);
    if (running?.isReady) process.kill(running.pid, "SIGKILL");
  }, 20);
  expect(await once(child, "exit")).toEqual([1, null]);
  clearInterval(killing);
  expect(await err).toMatch(
    /^The embedded PostgreSQL keeps ending unexpectedly; .* Start Depesza again\.\n$/,
  );
});

it("with several processes, the database restarts under them all, and nothing is left of a killed server", async () => {
  const DATA_DIR = newFolder();
  const settings = { DATA_DIR, PROCESSES: "2", LOG_LEVEL: "silent" };
  const { child, url } = await startAndServe(settings);
  const before = findPostmaster(DATA_DIR)?.pid ?? 0;
  process.kill(before, "SIGKILL");
  await vi.waitFor(() => {
    expect([undefined, before]).not.toContain(findPostmaster(DATA_DIR)?.pid);
  }, 30_000);
  // One after the other, they go to one process and the other.
  await vi.waitFor(async () => {
    for (const _ of [1, 2, 3, 4]) {
      const headers = { connection: "close" };
      expect((await fetch(`${url}/api/health/ready`, { headers })).status).toBe(200);
    }
  }, 30_000);
  const parts = childrenOf(child.pid ?? 0);
  child.kill("SIGKILL");
  const again = await startAndServe(settings);
  expect((await fetch(`${again.url}/api/health/ready`)).status).toBe(200);
  expect(parts.filter((pid) => isApi(pid))).toEqual([]);
  again.child.kill("SIGTERM");
  expect(await once(again.child, "exit")).toEqual([0, null]);
});

function isApi(pid: number): boolean {
  const command = `/proc/${pid}/cmdline`;
  return existsSync(command) && readFileSync(command, "utf8").includes("dist/api.mjs");
}
