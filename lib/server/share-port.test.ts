import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { bundleProgram } from "../testing/bundle-program";
import { sharePort } from "./share-port";

vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 30_000, interval: 50 };

/** Files that the process may open: a part of them are its own. */
const maxFiles = 64;

test("a process that could open no more files takes connections again when it can", async () => {
  const program = await bundleProgram("take-connections-here");
  const child = spawn(
    "sh",
    ["-c", `ulimit -n ${maxFiles}; exec "$0" "$1"`, process.execPath, program],
    {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  const shared = await sharePort(0, "127.0.0.1");
  shared.add(child);
  // On a connection of its own.
  const answered = () => text(connect(shared.port, "127.0.0.1").end("GET / HTTP/1.0\r\n\r\n"));
  expect(await answered()).toContain("answered");

  const left: unknown[] = [];
  const clients = Array.from({ length: 2 * maxFiles }, () => {
    const client = connect(shared.port, "127.0.0.1");
    return client.on("error", () => undefined).once("close", () => left.push(client));
  });
  await expect.poll(() => left.length, patience).toBeGreaterThan(0);
  for (const client of clients) client.destroy();
  await expect.poll(() => answered().catch(() => "lost"), patience).toContain("answered");

  await shared.close();
  child.kill("SIGKILL");
  await once(child, "exit");
  rmSync(program, { force: true });
});
