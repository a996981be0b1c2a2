import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { describeEnv } from "../lib/core/env-example";
import { findPostmaster } from "../lib/database/find-postmaster";

const root = fileURLToPath(new URL("..", import.meta.url));
// A start may find the build stale and make it anew.
const startMs = 300_000;
const stopMs = 10_000;

export interface TestServer {
  url: string;
  pid: number;
  /** What it has printed, its log included: the last 4 MB. */
  output(): string;
  /** Ends it as Ctrl-C does; fails unless it is gone with exit code 0 within ten seconds. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

interface ServerChoices {
  dataDir: string;
  /** A free one unless given. */
  port?: number;
  /** Settings by their names in the environment. */
  settings?: Record<string, string>;
}

/** Starts the product as `npm start` does, on loopback, and waits until it says that it is ready. */
export function startServer({ dataDir, port, settings }: ServerChoices): Promise<TestServer> {
  return launch(
    ["scripts/start.mjs"],
    {
      HOST: "127.0.0.1",
      PORT: String(port ?? 0),
      PROCESSES: "1",
      DATA_DIR: dataDir,
      SIGN_UPS_PER_HOUR: "0",
      ...settings,
    },
    /ready at (http:\/\/\S+)/,
  );
}

/** Serves the built pages as any Next host would: no HTTP server of ours, no worker, the database of a running server. */
export function startNextHost(dataDir: string): Promise<TestServer> {
  return launch(
    ["node_modules/next/dist/bin/next", "start", "--port", "0"],
    { NODE_ENV: "production", DATA_DIR: dataDir, DATABASE_URL: databaseUrl(dataDir) },
    /Local: +(http:\/\/\S+)/,
  );
}

/** Runs commands of the operator on the database of a running server, faster than a process for each of them. */
export function startCommands(dataDir: string): Promise<TestServer> {
  return launch(
    ["--conditions=react-server", "--import", "tsx", "lib/testing/serve-commands.ts"],
    { DATA_DIR: dataDir, DATABASE_URL: databaseUrl(dataDir), SIGN_UPS_PER_HOUR: "0" },
    /ready at (http:\/\/\S+)/,
  );
}

/** Where the embedded database of a running server answers. */
export function databaseUrl(dataDir: string): string {
  const port = findPostmaster(dataDir)?.port;
  return `postgres://postgres:${readSecrets(dataDir).database}@127.0.0.1:${port}/postgres`;
}

/** The keys an installation made for itself. */
export function readSecrets(dataDir: string) {
  const Secrets = z.object({ carrierWebhook: z.string(), database: z.string() });
  return Secrets.parse(JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")));
}

async function launch(
  words: string[],
  settings: Record<string, string>,
  ready: RegExp,
): Promise<TestServer> {
  const child = spawn(process.execPath, words, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: environmentWith({ LOG_LEVEL: "warn", ...settings }),
  });
  const output = collectOutput(child);
  const kill = async () => {
    child.kill("SIGKILL");
    await ended(child);
  };
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  child.once("exit", () => process.off("exit", killWithUs));
  try {
    const url = await readyUrl(child, output, ready);
    return { url, pid: child.pid ?? 0, output, kill, stop: () => stop(child, output) };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Runs one command of the operator's CLI beside a server that keeps its data there; returns what it prints as JSON. */
export async function runCli(dataDir: string, words: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["scripts/cli.mjs", ...words, "--json"],
    { cwd: root, env: environmentWith({ DATA_DIR: dataDir, LOG_LEVEL: "warn" }) },
  );
  return JSON.parse(stdout);
}

/** The environment without any setting of the product but these: a developer's own database stays out of it. */
function environmentWith(settings: Record<string, string>): NodeJS.ProcessEnv {
  const unset = Object.fromEntries(describeEnv().map(({ name }) => [name, ""]));
  return { ...process.env, ...unset, ...settings };
}

function collectOutput(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text = (text + chunk).slice(-4_000_000);
    });
  }
  return () => text;
}

async function readyUrl(child: ChildProcess, output: () => string, ready: RegExp): Promise<string> {
  const signal = AbortSignal.timeout(startMs);
  const gone = ended(child).then(() => {
    throw new Error(`The server ended before it was ready:\n${output()}`);
  });
  const said = (async () => {
    for (;;) {
      const url = ready.exec(output())?.[1];
      if (url) return url;
      if (child.stdout) await once(child.stdout, "data", { signal });
    }
  })();
  return await Promise.race([said, gone]).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    throw new Error(`The server was not ready in time:\n${output()}`, { cause: error });
  });
}

async function stop(child: ChildProcess, output: () => string): Promise<void> {
  if (hasEnded(child)) throw new Error(`The server had ended by itself:\n${output()}`);
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), stopMs);
  await ended(child);
  clearTimeout(late);
  if (child.exitCode !== 0) {
    const how = child.signalCode ?? `exit code ${child.exitCode}`;
    throw new Error(`The server did not stop cleanly (${how}):\n${output()}`);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, "exit");
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
