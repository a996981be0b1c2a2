import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { projectRoot } from "../database/project-root";
import { startApi } from "./start-api";

/** The libraries, by their folder in `sdk`. */
export const libraries = ["typescript", "python", "php", "go"] as const;

type Library = (typeof libraries)[number];

interface Wanted {
  /** A command of the libraries' `conformance` programs. */
  command: string;
  input?: object;
  token?: string;
  /** Where the library finds the API, if not at the stage's own. */
  url?: string;
  timeoutMs?: number;
}

interface Printed {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  tookMs: number;
}

interface LibraryOutcome extends Printed {
  /** What the program printed, parsed: the response, or an `error`. */
  value: ReturnType<typeof JSON.parse>;
}

/** The examples that the documentation shows, by library. */
export const exampleOf: Record<Library, string> = {
  typescript: "sdk/typescript/examples/send.mjs",
  python: "sdk/python/examples/send.py",
  php: "sdk/php/examples/send.php",
  go: "sdk/go/examples/send/main.go",
};

export interface LibraryStage {
  url: string;
  run(library: Library, wanted: Wanted): Promise<LibraryOutcome>;
  /** Runs the example of the documentation. */
  example(library: Library, token: string): Promise<Printed>;
  close(): Promise<void>;
}

/** The real API, and each library behind a program that does as it is told. Throws when a language is missing here. */
export async function openLibraryStage(): Promise<LibraryStage> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-sdk-"));
  const sdk = join(projectRoot(), "sdk");
  const conformance = await buildGo({ package: "./conformance", program: join(folder, "run") });
  const goExample = await buildGo({ package: "./examples/send", program: join(folder, "send") });
  const node = process.execPath;
  const commands: Record<Library, Command> = {
    typescript: [node, join(sdk, "typescript/conformance/run.mjs")],
    python: ["python3", join(sdk, "python/conformance/run.py")],
    php: ["php", join(sdk, "php/conformance/run.php")],
    go: [conformance],
  };
  const examples: Record<Library, Command> = {
    typescript: [node, join(projectRoot(), exampleOf.typescript)],
    python: ["python3", join(projectRoot(), exampleOf.python)],
    php: ["php", join(projectRoot(), exampleOf.php)],
    go: [goExample],
  };
  const server = await startApi();
  const envOf = (token: string, url = server.url) => ({
    DEPESZA_URL: url,
    ACTIO_TOKEN: token,
    PYTHONPATH: join(sdk, "python"),
    PYTHONDONTWRITEBYTECODE: "1",
  });
  return {
    url: server.url,
    async run(library, { command, input = {}, token = "", url, timeoutMs = 10_000 }) {
      const [program, ...words] = commands[library];
      const env = { ...envOf(token, url), TIMEOUT_MS: String(timeoutMs) };
      const printed = await execute([program, ...words, command], JSON.stringify(input), env);
      return { ...printed, value: parse(printed) };
    },
    example: (library, token) => execute(examples[library], "", envOf(token)),
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Command = [string, ...string[]];

/** Builds a program of the Go library as its users would, with nothing fetched. Returns its path. */
async function buildGo(wanted: { package: string; program: string }): Promise<string> {
  await promisify(execFile)("go", ["build", "-o", wanted.program, wanted.package], {
    cwd: join(projectRoot(), "sdk/go"),
    env: { ...process.env, GO111MODULE: "on", GOFLAGS: "", GOTOOLCHAIN: "local", GOWORK: "off" },
  });
  return wanted.program;
}

/** The same in all libraries in parallel. A failure names the library. */
export async function inEveryLibrary(prove: (library: Library) => Promise<unknown>): Promise<void> {
  const outcomes = await Promise.allSettled(libraries.map(prove));
  const failures = outcomes.flatMap((outcome, place) =>
    outcome.status === "rejected" ? [`${libraries[place]}: ${outcome.reason}`] : [],
  );
  expect(failures).toEqual([]);
}

function parse({ stdout, stderr }: Printed): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`The program printed no JSON: ${stdout}${stderr}`, { cause });
  }
}

function execute(
  [program, ...words]: Command,
  stdin: string,
  env: Record<string, string>,
): Promise<Printed> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env: { ...process.env, ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (exitCode) => {
      resolve({ exitCode, stdout, stderr, tookMs: performance.now() - startedAt });
    });
    // A program that reads nothing may be gone before this is written.
    child.stdin.once("error", () => {});
    child.stdin.end(stdin);
  });
}
