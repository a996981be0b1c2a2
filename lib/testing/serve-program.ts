import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

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
  while (!(await accepts(port))) {
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
