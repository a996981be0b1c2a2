import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Outcome {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  tookMs: number;
}

interface Execution {
  env: Record<string, string>;
  stdin: string;
}

/** Runs a program's text; `folder` is for its file and what is built from it. */
export type RunProgram = (text: string, execution: Execution) => Promise<Outcome>;

interface Toolchain {
  extension: string;
  /** The first of these that passes `probe` is used. */
  interpreters: string[];
  probe: string[];
  install: string;
}

const toolchains: Record<string, Toolchain> = {
  curl: {
    extension: "sh",
    interpreters: ["bash"],
    probe: ["-c", "curl --version && openssl version"],
    install: "apt-get install curl openssl",
  },
  node: {
    extension: "mjs",
    interpreters: [process.execPath],
    probe: ["--version"],
    install: "https://nodejs.org",
  },
  python: {
    extension: "py",
    interpreters: ["python3", "/usr/bin/python3"],
    probe: ["-c", "import requests, flask"],
    install: "apt-get install python3-requests python3-flask",
  },
  php: {
    extension: "php",
    interpreters: ["php"],
    probe: ["-r", "exit(function_exists('curl_init') ? 0 : 1);"],
    install: "apt-get install php-cli php-curl",
  },
  go: {
    extension: "go",
    interpreters: ["go"],
    probe: ["version"],
    install: "apt-get install golang",
  },
};

/** Standard library only and nothing fetched: what a reader's plain `go run` of one file does. */
const goSettings = { GO111MODULE: "off", GOFLAGS: "", GOTOOLCHAIN: "local" };

/** What runs programs in this language here. Throws with how to get it when it is missing. */
export async function findRunner(language: string, folder: string): Promise<RunProgram> {
  const commandOf = await findCommand(language, folder);
  return async (text, execution) => execute(await commandOf(text), execution);
}

/** The command that runs a program's text in this language, as words. Throws as `findRunner` does. */
export async function findCommand(
  language: string,
  folder: string,
): Promise<(text: string) => Promise<string[]>> {
  const { interpreter, extension } = await findInterpreter(language);
  return async (text) => {
    const name = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const file = join(folder, `${name}.${extension}`);
    // Its name is its content: written once, for another run may be reading it at this moment.
    if (!existsSync(file)) writeFileSync(file, text);
    return language === "go" ? [await build(interpreter, file)] : [interpreter, file];
  };
}

/** What runs this language here, and what its files end with. Throws as `findRunner` does. */
export async function findInterpreter(
  language: string,
): Promise<{ interpreter: string; extension: string }> {
  const toolchain = toolchains[language === "shell" ? "curl" : language];
  if (!toolchain) throw new Error(`Nobody knows how to run ${language}.`);
  const interpreter = await firstThatWorks(toolchain);
  if (interpreter) return { interpreter, extension: toolchain.extension };
  throw new Error(`Programs in ${language} cannot be run: ${toolchain.install}`);
}

async function firstThatWorks({ interpreters, probe }: Toolchain): Promise<string | undefined> {
  for (const interpreter of interpreters) {
    const works = await promisify(execFile)(interpreter, probe).then(
      () => true,
      () => false,
    );
    if (works) return interpreter;
  }
  return undefined;
}

const builds = new Map<string, Promise<string>>();

/** `go run` would compile the same text anew each time; runs at the same moment share one build. */
function build(go: string, file: string): Promise<string> {
  const underWay = builds.get(file) ?? compile(go, file);
  builds.set(file, underWay);
  return underWay;
}

async function compile(go: string, file: string): Promise<string> {
  const program = file.replace(/\.go$/, "");
  await promisify(execFile)(go, ["build", "-o", program, file], {
    env: { ...process.env, ...goSettings },
  });
  return program;
}

/** Runs a command to its end. */
export function execute(
  [program = "", ...words]: string[],
  { env, stdin }: Execution,
): Promise<Outcome> {
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
