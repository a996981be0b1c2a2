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

export type Library = (typeof libraries)[number];

interface Wanted {
  /** A command of the libraries' `conformance` programs. */
  command: string;
  input?: object;
  token?: string;
  /** Where the library finds the API, if not at the stage's own. */
  url?: string;
  timeoutMs?: number;
}

export interface LibraryOutcome {
  exitCode: number | null;
  /** What the program printed, parsed: the answer, or an `error`. */
  value: ReturnType<typeof JSON.parse>;
  tookMs: number;
}

export interface LibraryStage {
  url: string;
  run(library: Library, wanted: Wanted): Promise<LibraryOutcome>;
  close(): Promise<void>;
}

/** The real API, and each library behind a program that does as it is told. Throws when a language is missing here. */
export async function openLibraryStage(): Promise<LibraryStage> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-sdk-"));
  const sdk = join(projectRoot(), "sdk");
  const goProgram = join(folder, "go-conformance");
  await promisify(execFile)("go", ["build", "-o", goProgram, "./conformance"], {
    cwd: join(sdk, "go"),
    env: { ...process.env, GO111MODULE: "on", GOFLAGS: "", GOTOOLCHAIN: "local", GOWORK: "off" },
  });
  const commands: Record<Library, [string, ...string[]]> = {
    typescript: [process.execPath, join(sdk, "typescript/conformance/run.mjs")],
    python: ["python3", join(sdk, "python/conformance/run.py")],
    php: ["php", join(sdk, "php/conformance/run.php")],
    go: [goProgram],
  };
  const server = await startApi();
  return {
    url: server.url,
    run: (library, { command, input = {}, token = "", url = server.url, timeoutMs = 10_000 }) =>
      execute(commands[library], command, {
        stdin: JSON.stringify(input),
        env: {
          DEPESZA_URL: url,
          ACTIO_TOKEN: token,
          TIMEOUT_MS: String(timeoutMs),
          PYTHONPATH: join(sdk, "python"),
          PYTHONDONTWRITEBYTECODE: "1",
        },
      }),
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same in all libraries in parallel. A failure names the library. */
export async function inEveryLibrary(prove: (library: Library) => Promise<unknown>): Promise<void> {
  const outcomes = await Promise.allSettled(libraries.map(prove));
  const failures = outcomes.flatMap((outcome, place) =>
    outcome.status === "rejected" ? [`${libraries[place]}: ${outcome.reason}`] : [],
  );
  expect(failures).toEqual([]);
}

function execute(
  [program, ...words]: [string, ...string[]],
  command: string,
  { stdin, env }: { stdin: string; env: Record<string, string> },
): Promise<LibraryOutcome> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words, command], { env: { ...process.env, ...env } });
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
      const tookMs = performance.now() - startedAt;
      try {
        resolve({ exitCode, value: JSON.parse(stdout), tookMs });
      } catch {
        reject(new Error(`It printed no JSON: ${stdout}${stderr}`));
      }
    });
    // A program that reads nothing may be gone before this is written.
    child.stdin.once("error", () => {});
    child.stdin.end(stdin);
  });
}
