import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { once } from "../core/once";
import { projectRoot } from "../database/project-root";
import { execute, findInterpreter, type Outcome } from "./run-program";
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

interface LibraryOutcome extends Outcome {
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

/** Each library behind a program that does as it is told. */
export interface LibraryPrograms {
  run(library: Library, wanted: Wanted): Promise<LibraryOutcome>;
  /** Runs the example of the documentation. */
  example(library: Library, reach: { token: string; url: string }): Promise<Outcome>;
  close(): Promise<void>;
}

/** Finds what runs each language; throws with how to get it when one is missing here. */
export async function findLibraryPrograms(): Promise<LibraryPrograms> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-sdk-"));
  const sdk = join(projectRoot(), "sdk");
  const python = (await findInterpreter("python")).interpreter;
  const php = (await findInterpreter("php")).interpreter;
  const go = (await findInterpreter("go")).interpreter;
  const conformance = once(() => buildGo(go, "./conformance", join(folder, "conformance")));
  const example = once(() => buildGo(go, "./examples/send", join(folder, "send")));
  const commandOf: Record<Library, () => Promise<string[]>> = {
    typescript: async () => [process.execPath, join(sdk, "typescript/conformance/run.mjs")],
    python: async () => [python, join(sdk, "python/conformance/run.py")],
    php: async () => [php, join(sdk, "php/conformance/run.php")],
    go: async () => [await conformance()],
  };
  const exampleCommandOf: Record<Library, () => Promise<string[]>> = {
    typescript: async () => [process.execPath, join(projectRoot(), exampleOf.typescript)],
    python: async () => [python, join(projectRoot(), exampleOf.python)],
    php: async () => [php, join(projectRoot(), exampleOf.php)],
    go: async () => [await example()],
  };
  const envOf = ({ token, url }: { token: string; url: string }) => ({
    DEPESZA_URL: url,
    ACTIO_TOKEN: token,
    PYTHONPATH: join(sdk, "python"),
    PYTHONDONTWRITEBYTECODE: "1",
  });
  return {
    async run(library, { command, input = {}, token = "", url = nowhere, timeoutMs = 10_000 }) {
      const words = [...(await commandOf[library]()), command];
      const env = { ...envOf({ token, url }), TIMEOUT_MS: String(timeoutMs) };
      const printed = await execute(words, { env, stdin: JSON.stringify(input) });
      return { ...printed, value: parse(printed) };
    },
    async example(library, reach) {
      return execute(await exampleCommandOf[library](), { env: envOf(reach), stdin: "" });
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where nobody listens. */
const nowhere = "http://127.0.0.1:1";

/** The libraries, and the real API that they find unless told otherwise. */
export interface LibraryStage extends Omit<LibraryPrograms, "example"> {
  url: string;
  example(library: Library, token: string): Promise<Outcome>;
}

/** Starts the API. Throws as `findLibraryPrograms` does. */
export async function openLibraryStage(): Promise<LibraryStage> {
  const programs = await findLibraryPrograms();
  const { url, stop } = await startApi();
  return {
    url,
    run: (library, wanted) => programs.run(library, { url, ...wanted }),
    example: (library, token) => programs.example(library, { token, url }),
    async close() {
      await stop();
      await programs.close();
    },
  };
}

/** Builds a program of the Go library as its users would, with nothing fetched. Returns its path. */
async function buildGo(go: string, source: string, program: string): Promise<string> {
  // The repository may belong to somebody else, as in a container: Go would ask Git for its version in vain.
  const settings = { GOFLAGS: "-buildvcs=false", GOPROXY: "off", GOTOOLCHAIN: "local" };
  await promisify(execFile)(go, ["build", "-o", program, source], {
    cwd: join(projectRoot(), "sdk/go"),
    env: { ...process.env, ...settings, GO111MODULE: "on", GOWORK: "off" },
  });
  return program;
}

/** The same in all libraries in parallel. A failure names the library. */
export async function inEveryLibrary(prove: (library: Library) => Promise<unknown>): Promise<void> {
  const outcomes = await Promise.allSettled(libraries.map(prove));
  const failures = outcomes.flatMap((outcome, place) =>
    outcome.status === "rejected" ? [`${libraries[place]}: ${outcome.reason}`] : [],
  );
  expect(failures).toEqual([]);
}

function parse({ stdout, stderr }: Outcome): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`The program printed no JSON: ${stdout}${stderr}`, { cause });
  }
}
