import { parseArgs } from "node:util";
import type { Command, Outcome } from "./command";
import { commands } from "./commands";

/** What a command line asks for. */
export type Request =
  | { kind: "help"; text: string }
  | { kind: "wrong"; errorMessage: string }
  | { kind: "run"; run(): Promise<Outcome>; wantsJson: boolean };

/** Reads a command line without doing anything yet. */
export function readCommand(words: string[]): Request {
  const name = words.slice(0, firstOption(words)).join(" ");
  const asksHelp = words.includes("--help") || words.includes("-h");
  if (name === "help" || (name === "" && asksHelp)) return { kind: "help", text: overview() };
  const command = commands.find((each) => each.words === name);
  if (!command) {
    const errorMessage = name ? `Unknown command "${name}".` : "No command given.";
    return { kind: "wrong", errorMessage: `${errorMessage}\n\n${overview()}` };
  }
  if (asksHelp) return { kind: "help", text: usageOf(command) };
  return prepare(command, words.slice(command.words.split(" ").length));
}

function firstOption(words: string[]): number {
  const position = words.findIndex((word) => word.startsWith("-"));
  return position === -1 ? words.length : position;
}

function prepare(command: Command, words: string[]): Request {
  try {
    const options = { ...command.options, json: { type: "boolean" as const } };
    const { values } = parseArgs({ args: words, options, strict: true, allowPositionals: false });
    const { json, ...given } = values;
    const prepared = command.prepare(given);
    if ("errorMessage" in prepared) return wrong(command, prepared.errorMessage);
    return { kind: "run", run: prepared.run, wantsJson: json === true };
  } catch (error) {
    // parseArgs throws for unknown options and missing values; its first sentence says which.
    if (!(error instanceof TypeError)) throw error;
    return wrong(command, `${error.message.split(/\. |\n/)[0]?.replace(/\.$/, "")}.`);
  }
}

function wrong(command: Command, errorMessage: string): Request {
  return { kind: "wrong", errorMessage: `${errorMessage}\n\n${usageOf(command)}` };
}

function usageOf({ usage }: Command): string {
  return `Usage: npm run cli -- ${usage} [--json]`;
}

function overview(): string {
  const width = Math.max(...commands.map(({ words }) => words.length));
  const lines = commands.map(({ words, summary }) => `  ${words.padEnd(width)}  ${summary}`);
  const usage = "Usage: npm run cli -- <command> [options]";
  const hint =
    "All commands accept --json and --help. Exit codes: 0 success, 1 error or audit violation, 2 invalid usage.";
  return [usage, "", ...lines, "", hint].join("\n");
}
