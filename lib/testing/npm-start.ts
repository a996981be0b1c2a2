import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, vi } from "vitest";
import { findPostmaster } from "../database/find-postmaster";
import { projectRoot } from "../database/project-root";

/** Where the data folders of this test file are. */
export const root = mkdtempSync(join(tmpdir(), "depesza-start-"));
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});
afterAll(async () => {
  for (const name of readdirSync(root)) {
    await vi.waitFor(() => expect(findPostmaster(join(root, name))).toBeUndefined(), 10_000);
  }
  rmSync(root, { recursive: true, force: true });
});

/** A data folder that is not there yet; it goes when the test file ends. */
export function newFolder(): string {
  return join(root, randomUUID().slice(0, 8));
}

/** `npm start` as a person runs it; ROLE=api needs no pages. */
export function start(
  settings: Record<string, string>,
  [program, ...words]: [string, ...string[]] = [
    process.execPath,
    join(projectRoot(), "scripts/start.mjs"),
  ],
  user: { uid?: number } = {},
) {
  const child = spawn(program, words, {
    ...user,
    cwd: projectRoot(),
    env: {
      ...process.env,
      ROLE: "api",
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: "",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  return child;
}

/** Starts it and waits until it serves. */
export async function startAndServe(
  settings: Record<string, string>,
  command?: [string, ...string[]],
) {
  const child = start(settings, command);
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const url = await vi.waitFor(() => {
    const match = /ready at (http:\/\/localhost:\d+)/.exec(out);
    if (!match?.[1]) throw new Error(`It is not ready: ${out}`);
    return match[1].replace("localhost", "127.0.0.1");
  }, 30_000);
  return { child, url };
}
