import { parseArgs } from "node:util";
import { version } from "../core/version";
import type { Command, Outcome } from "./command";
import { commands } from "./commands";

/** What a command line asks for. */
export type Request =
  | { kind: "help"; text: string }
  | { kind: "wrong"; errorMessage: string }
  | { kind: "run"; run(): Promise<Outcome>; wantsJson: boolean; isForAnyVersion: boolean };

/** Reads a command line without doing anything yet. */
export function readCommand(words: string[]): Request {
  if (words.length === 1 && words[0] === "--version") return { kind: "help", text: version };
  const named = words.slice(0, firstOption(words));
  const name = named.join(" ");
  const asksHelp = words.includes("--help") || words.includes("-h");
  if (name === "help" || (name === "" && asksHelp)) return { kind: "help", text: overview() };
  const { command, operand } = findCommand(named);
  if (!command) {
    const errorMessage = name ? `Unknown command "${name}".` : "No command given.";
    return { kind: "wrong", errorMessage: `${errorMessage}\n\n${overview()}` };
  }
  if (asksHelp) return { kind: "help", text: usageOf(command) };
  return prepare(command, words.slice(named.length), operand);
}

/** The command that these words name; one that takes an operand has it as its last word. */
function findCommand(named: string[]): { command?: Command; operand?: string } {
  const exact = commands.find(({ words }) => words === named.join(" "));
  if (exact) return { command: exact };
  const before = named.slice(0, -1).join(" ");
  const command = commands.find(({ words, operand }) => operand !== undefined && words === before);
  const operand = named.at(-1);
  return command && operand !== undefined ? { command, operand } : {};
}

function firstOption(words: string[]): number {
  const position = words.findIndex((word) => word.startsWith("-"));
  return position === -1 ? words.length : position;
}

function prepare(command: Command, words: string[], operand: string | undefined): Request {
  try {
    const options = { ...command.options, json: { type: "boolean" as const } };
    const { values } = parseArgs({ args: words, options, strict: true, allowPositionals: false });
    const { json, ...given } = values;
    const named = command.operand === undefined ? {} : { [command.operand]: operand };
    const prepared = command.prepare({ ...given, ...named });
    if ("errorMessage" in prepared) return wrong(command, prepared.errorMessage);
    const { isForAnyVersion = false } = command;
    return { kind: "run", run: prepared.run, wantsJson: json === true, isForAnyVersion };
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
    "All commands accept --json and --help; --version prints the version. Exit codes: 0 success, 1 error or audit violation, 2 invalid usage.";
  return [usage, "", ...lines, "", hint].join("\n");
}
