import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../database/free-port";
import { acceptsConnections } from "./accepts-connections";

const startMs = 30_000;
const pauseMs = 50;

interface ServedProgram {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a program that serves HTTP on the port in its environment variable `PORT`, and waits until it accepts
 * connections, at most 30 s. Throws with what it printed when it ends before.
 */
export async function serveProgram(
  commandAt: (port: number) => string[],
  env: Record<string, string>,
): Promise<ServedProgram> {
  const port = await freePort();
  const [program = "", ...words] = commandAt(port);
  const child = spawn(program, words, { env: { ...process.env, ...env, PORT: String(port) } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ended = once(child, "close");
  const deadline = Date.now() + startMs;
  while (!(await acceptsConnections(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`This program does not serve: ${program} ${words.join(" ")}\n${printed}`);
    }
    await pause(pauseMs);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
