import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../database/free-port";

interface TestRedis {
  url: string;
  /** Freezes it: connections stay open, nothing is answered. `resume` ends that. */
  freeze(): void;
  resume(): void;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** A real Redis (or Valkey) of the machine, with nothing in it, on loopback; on a free port, with no more words, unless given. */
export async function startRedis(
  port?: number,
  more: string[] = [],
  { config }: { config?: string } = {},
): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-redis-"));
  const chosen = port ?? (await freePort());
  const words = [
    "--port",
    String(chosen),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--dir",
    folder,
    ...more,
  ];
  const child = spawn(findProgram(), config === undefined ? words : sentinelWords(config, chosen), {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    if (/ready to accept connections|\+monitor master/i.test(line)) break;
  }
  child.stdout.resume();
  return {
    url: `redis://127.0.0.1:${chosen}`,
    freeze: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    async kill() {
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sentinelWords(config: string, port: number): string[] {
  return [config, "--sentinel", "--port", String(port), "--bind", "127.0.0.1"];
}

function findProgram(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = ["redis-server", "valkey-server"].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const found = paths.find(existsSync);
  if (found) return found;
  throw new Error('This test needs Redis or Valkey (Debian: "apt-get install redis-server").');
}
