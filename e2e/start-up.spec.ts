import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { findPostmaster } from "../lib/database/find-postmaster";

test("npm start says where it serves, and Ctrl-C ends everything it started", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "depesza-e2e-start-"));
  // A process group of its own, as a terminal gives it: Ctrl-C reaches npm, the server and PostgreSQL alike.
  const npm = spawn("npm", ["start"], {
    cwd: join(import.meta.dirname, ".."),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, DATABASE_URL: "" },
  });
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const group = -(npm.pid ?? 0);
  try {
    await expect.poll(() => output, { timeout: 20_000 }).toContain("Depesza is ready at http");
    const [url = ""] = /http:\/\/localhost:\d+/.exec(output) ?? [];
    expect(output).toContain(`Sign up at ${url}/sign-up`);
    expect((await fetch(url)).status).toBe(200);
    expect(findPostmaster(dataDir)).toBeDefined();
    const ended = once(npm, "exit");
    process.kill(group, "SIGINT");
    await ended;
    await expect.poll(() => isGroupAlive(group)).toBe(false);
    expect(findPostmaster(dataDir)).toBeUndefined();
    await expect(fetch(url)).rejects.toThrow();
  } finally {
    if (isGroupAlive(group)) process.kill(group, "SIGKILL");
    await expect.poll(() => findPostmaster(dataDir), { timeout: 15_000 }).toBeUndefined();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

function isGroupAlive(group: number): boolean {
  try {
    return process.kill(group, 0);
  } catch {
    return false;
  }
}
